package fr.preau.plugins.cantine.menu;

import java.util.List;

/** The official signs of quality and origin, “SIQO” (SCDL {@code menuPlatSiqo}). */
public enum Siqo implements ScdlTerm {
    /** Organic farming. */
    BIO("agriculture biologique", "bio", "AB", "biologique", "agriculture bio"),
    /** Protected designation of origin, European. */
    AOP("appellation d'origine protégée"),
    /** Controlled designation of origin, French. */
    AOC("appellation d'origine contrôlée"),
    /** Protected geographical indication. */
    IGP("indication géographique protégée"),
    /** Traditional speciality guaranteed. */
    STG("spécialité traditionnelle garantie"),
    /** Superior quality, French. */
    LABEL_ROUGE("label rouge", "LR");

    /** To find a sign by its name. */
    public static final Vocabulary<Siqo> WORDS = new Vocabulary<>(Siqo.class);

    private final String scdl;
    private final List<String> alsoSpelled;

    Siqo(String scdl, String... alsoSpelled) {
        this.scdl = scdl;
        this.alsoSpelled = List.of(alsoSpelled);
    }

    @Override
    public String scdl() {
        return scdl;
    }

    @Override
    public List<String> alsoSpelled() {
        return alsoSpelled;
    }
}
