package fr.preau.server.convention;

import fr.preau.server.convention.Waiting.Kind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What waits for each party: computed from what was proposed and what was signed, so that it can't be out of date. Thread-safe. */
@Singleton
public final class Approvals {
    private final Conventions conventions;
    private final Waves waves;
    private final Parties parties;

    @Inject
    Approvals(Conventions conventions, Waves waves, Parties parties) {
        this.conventions = conventions;
        this.waves = waves;
        this.parties = parties;
    }

    /** All that waits, what is due first at the top. */
    public List<Waiting> of(int tenantId) {
        List<Waiting> waiting = new ArrayList<>();
        List<VersionLine> versions = conventions.versions(tenantId);
        versions.stream()
                .filter(line -> line.state().equals("PROPOSED"))
                .findFirst()
                .flatMap(line -> conventions.text(tenantId, line.version()))
                .ifPresent(text -> signatures(text, waiting));
        List<WaveLine> lines = waves.list(tenantId);
        if (lines.stream().anyMatch(wave -> wave.withdrawnBy() == null)) {
            waves(lines, parties.list(tenantId), waiting);
        }
        waiting.sort(Comparator.comparing(Waiting::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Waiting::title));
        return waiting;
    }

    private static void signatures(Text text, List<Waiting> waiting) {
        VersionLine line = text.line();
        for (PartyLine party : text.missingWhole()) {
            waiting.add(waiting(Kind.WHOLE, party, line, "", line.title()));
        }
        for (ServiceLine service : text.services()) {
            for (PartyLine party : text.missing(service)) {
                waiting.add(waiting(Kind.SERVICE, party, line, service.pluginId(), service.title()));
            }
        }
    }

    private static Waiting waiting(Kind kind, PartyLine party, VersionLine line, String subject, String title) {
        return new Waiting(
                kind,
                party.id(),
                party.name(),
                party.side(),
                line.version(),
                subject,
                title,
                line.proposedBy(),
                line.proposedAt(),
                line.due());
    }

    private static void waves(List<WaveLine> lines, List<PartyLine> parties, List<Waiting> waiting) {
        for (WaveLine wave : lines) {
            for (Side side : Side.values()) {
                if (wave.withdrawnBy() == null && !wave.acceptedBy(side)) {
                    waiting.add(new Waiting(
                            Kind.WAVE,
                            null,
                            parties.stream()
                                    .filter(party -> party.side() == side)
                                    .map(PartyLine::name)
                                    .collect(Collectors.joining(", ")),
                            side,
                            0,
                            wave.id().toString(),
                            wave.name(),
                            wave.proposedBy(),
                            wave.proposedAt(),
                            wave.due()));
                }
            }
        }
    }
}
