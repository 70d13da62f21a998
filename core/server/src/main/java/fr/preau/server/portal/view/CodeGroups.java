package fr.preau.server.portal.view;

import java.util.ArrayList;
import java.util.List;

/** Cuts a code into groups of four, so that eye and finger keep their place. */
final class CodeGroups {
    private static final int SIZE = 4;

    private CodeGroups() {}

    static List<String> of(String code) {
        List<String> groups = new ArrayList<>();
        for (int from = 0; from < code.length(); from += SIZE) {
            groups.add(code.substring(from, Math.min(from + SIZE, code.length())));
        }
        return List.copyOf(groups);
    }
}
