package fr.preau.testkit.contract;

import java.util.List;

/**
 * A place in a request where a value goes.
 *
 * @param place where in the request
 * @param name its name there
 * @param kind what fits
 * @param options the values of an enumeration; empty otherwise
 */
record Slot(Place place, String name, Kind kind, List<String> options) {
    enum Place {
        PATH,
        QUERY,
        FORM,
        JSON
    }

    enum Kind {
        ID,
        DATE,
        NUMBER,
        FLAG,
        OPTION,
        TEXT
    }
}
