package fr.preau.plugins.cantine.menu;

import java.util.List;

/** Whom a dish suits (SCDL {@code menuPlatRegime}). */
public enum Regime implements ScdlTerm {
    /** Without meat or fish. */
    VEGETARIEN("végétarien", "végétarienne", "végé", "plat végétarien", "menu végétarien"),
    /** Without salt. */
    SANS_SEL("sans sel"),
    /** Without pork. The schema spells it with a blank at the end: a file is valid only with it. */
    SANS_PORC("sans porc "),
    /** Without added sugar. */
    SANS_SUCRE_AJOUTE("sans sucre ajouté", "sans sucres ajoutés");

    /** To find a diet by its name. */
    public static final Vocabulary<Regime> WORDS = new Vocabulary<>(Regime.class);

    private final String scdl;
    private final List<String> alsoSpelled;

    Regime(String scdl, String... alsoSpelled) {
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
