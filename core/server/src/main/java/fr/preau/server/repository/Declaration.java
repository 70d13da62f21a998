package fr.preau.server.repository;

import fr.preau.api.Authority;
import fr.preau.api.Contributions;
import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.api.privacy.PersonalData.Kept;
import java.util.List;
import java.util.Objects;

/**
 * What a plugin may do and what it keeps: all that those who answer for an ENT should know before it is installed.
 *
 * @param authority who must sign for it
 * @param rights what it lets people do
 * @param personalData what it keeps about people
 */
public record Declaration(Authority authority, List<Right> rights, List<Kept> personalData) {

    /**
     * A right.
     *
     * @param name short name
     * @param label what it allows
     * @param reach what it is about
     * @param profiles who holds it unless the ENT decides otherwise, in the order of {@link Profile}
     */
    public record Right(String name, String label, Reach reach, List<Profile> profiles) {}

    /** Of a plugin that was asked. */
    public static Declaration of(Contributions declared, List<Kept> kept) {
        return new Declaration(
                Objects.requireNonNull(declared.authority()),
                declared.permissions().stream()
                        .map(right -> new Right(
                                right.name(),
                                right.label(),
                                right.reach(),
                                right.holders().stream().sorted().toList()))
                        .toList(),
                List.copyOf(kept));
    }
}
