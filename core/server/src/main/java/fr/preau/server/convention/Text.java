package fr.preau.server.convention;

import fr.preau.api.Authority;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of the convention, whole. Immutable.
 *
 * @param line the version
 * @param articles its articles
 * @param services what it says about services
 * @param signatures under the whole and under services
 * @param parties the parties
 */
public record Text(
        VersionLine line,
        List<ArticleLine> articles,
        List<ServiceLine> services,
        List<SignatureLine> signatures,
        List<PartyLine> parties) {

    /** The signatures under a service; empty: under the version as a whole. */
    public List<SignatureLine> signaturesOf(String pluginId) {
        return signatures.stream()
                .filter(signature -> signature.pluginId().equals(pluginId))
                .toList();
    }

    /** The parties whose signature a service still needs. */
    public List<PartyLine> missing(ServiceLine service) {
        return missing(service.pluginId(), service.authority());
    }

    /** The parties that have not signed the version as a whole. */
    public List<PartyLine> missingWhole() {
        return missing("", Authority.BOTH);
    }

    /** Whether a party has signed all that it is asked to. */
    public boolean nothingMissing(UUID partyId) {
        return missingWhole().stream().noneMatch(party -> party.id().equals(partyId))
                && services.stream()
                        .flatMap(service -> missing(service).stream())
                        .noneMatch(party -> party.id().equals(partyId));
    }

    private List<PartyLine> missing(String pluginId, Authority authority) {
        List<UUID> signed =
                signaturesOf(pluginId).stream().map(SignatureLine::partyId).toList();
        return parties.stream()
                .filter(party -> Side.of(authority).contains(party.side()) && !signed.contains(party.id()))
                .toList();
    }

    /** A party's signature under a service (empty: under the whole), null if it has not signed. */
    public @Nullable SignatureLine signature(String pluginId, UUID partyId) {
        return signaturesOf(pluginId).stream()
                .filter(signature -> signature.partyId().equals(partyId))
                .findFirst()
                .orElse(null);
    }

    /** The titles of the services, by plugin. */
    public Map<String, String> titles() {
        return services.stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(ServiceLine::pluginId, ServiceLine::title));
    }
}
