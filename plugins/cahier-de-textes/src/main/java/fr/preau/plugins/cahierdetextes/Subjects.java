package fr.preau.plugins.cahierdetextes;

import java.util.List;

/**
 * The subjects a form suggests: those of the programmes of cycles 2 and 3 (arrêté du 9 novembre 2015), in their order.
 * Any other may be written.
 */
final class Subjects {
    static final List<String> SUGGESTED = List.of(
            "Français",
            "Mathématiques",
            "Questionner le monde",
            "Histoire et géographie",
            "Sciences et technologie",
            "Anglais",
            "EPS",
            "Arts plastiques",
            "Éducation musicale",
            "EMC");

    private Subjects() {}
}
