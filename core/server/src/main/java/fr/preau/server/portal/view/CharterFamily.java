package fr.preau.server.portal.view;

import fr.preau.server.charter.Audience;
import fr.preau.server.charter.CharterVersion;
import fr.preau.server.charter.Child;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The children for whom a guardian accepts, and what there is to read for them.
 *
 * @param children eldest first
 * @param charters one for each audience among them
 */
public record CharterFamily(List<Child> children, List<CharterVersion> charters) {
    /** For who has none. */
    public static final CharterFamily NONE = new CharterFamily(List.of(), List.of());

    /** Whether there is nobody. */
    public boolean isEmpty() {
        return children.isEmpty();
    }

    /** Whether somebody has still to accept for one of them. */
    public boolean waiting() {
        return children.stream().anyMatch(Child::waiting);
    }

    /** The age under which guardians accept. */
    public int age() {
        return children.isEmpty() ? 0 : children.get(0).consentAge();
    }

    /** Who reads that charter: “Alix, Noa”. */
    public String readers(Audience audience) {
        return children.stream()
                .filter(child -> child.audience() == audience)
                .map(Child::name)
                .collect(Collectors.joining(", "));
    }

    /** What is sent when a child is ticked: who, and which charter was seen. */
    public static String ticked(Child child) {
        return child.personId() + "/" + child.audience() + "/" + child.version();
    }
}
