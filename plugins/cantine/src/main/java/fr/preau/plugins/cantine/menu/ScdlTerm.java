package fr.preau.plugins.cantine.menu;

import java.util.List;

/** A word of one of the closed lists of the SCDL format “menus-collectifs”. Implemented by enums, hence immutable. */
public interface ScdlTerm {
    /** Exactly as the schema 1.2.3 spells it. */
    String scdl();

    /** Other spellings that files use; letter case, accents, plurals and punctuation don't matter. */
    List<String> alsoSpelled();
}
