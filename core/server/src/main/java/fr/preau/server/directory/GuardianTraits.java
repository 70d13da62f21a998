package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes two guardians of one name the same human: a child, an e-mail, a telephone number, an address in common. What
 * they are called besides (civility, name in use) helps to choose, but proves nothing. Immutable.
 *
 * @param proofs traits that prove, with their weight
 * @param hints traits that help to choose
 */
record GuardianTraits(Map<String, Integer> proofs, Set<String> hints) {
    private static final int CHILD = 8;
    private static final int EMAIL = 6;
    private static final int PHONE = 4;
    private static final int ADDRESS = 3;

    static GuardianTraits of(PersonState person, Set<UUID> children) {
        return of(
                person.name().usual(),
                person.civility(),
                person.email(),
                person.phones(),
                person.addresses(),
                children);
    }

    private static GuardianTraits of(
            String usual,
            String civility,
            String email,
            List<String> phones,
            List<@Nullable Address> addresses,
            Set<UUID> children) {
        Map<String, Integer> proofs = new HashMap<>();
        children.forEach(child -> proofs.put("child " + child, CHILD));
        if (!email.isBlank()) {
            proofs.put("email " + ContactKeys.email(email), EMAIL);
        }
        ContactKeys.phones(phones).forEach(phone -> proofs.put("phone " + phone, PHONE));
        for (Address address : addresses) {
            String key = address == null ? "" : ContactKeys.address(address);
            if (!key.isEmpty()) {
                proofs.put("address " + key, ADDRESS);
            }
        }
        return new GuardianTraits(Map.copyOf(proofs), Set.of("civility " + civility, "usual " + NameKey.key(usual)));
    }

    /** The weight of the proofs in common; 0 means that nothing shows that they are one. */
    int inCommon(GuardianTraits other) {
        return proofs.entrySet().stream()
                .filter(proof -> other.proofs.containsKey(proof.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The weight of all proofs. */
    int total() {
        return proofs.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many hints are shared. */
    int hintsInCommon(GuardianTraits other) {
        return (int) hints.stream().filter(other.hints::contains).count();
    }
}
