package fr.preau.server.convention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a convention that was signed on paper, for all services and all schools: for the operator, demos and tests.
 * Thread-safe.
 */
@Singleton
public final class QuickStart {
    private final Conventions conventions;
    private final Parties parties;
    private final Waves waves;

    @Inject
    QuickStart(Conventions conventions, Parties parties, Waves waves) {
        this.conventions = conventions;
        this.parties = parties;
        this.waves = waves;
    }

    /**
     * Who signed on paper.
     *
     * @param name the name under the paper
     * @param quality as what
     */
    public record Signatory(String name, String quality) {}

    /**
     * Starts the convention if there is none, or amends it for services that it does not list; signs it for all parties, and
     * deploys all services in all schools.
     */
    public void signAndDeployEverything(
            int tenantId, Template template, String tenantName, Signatory education, Signatory town) {
        List<VersionLine> versions = conventions.versions(tenantId);
        int version = versions.isEmpty()
                ? conventions.start(tenantId, template, tenantName, Actor.OPERATOR)
                : versions.get(0).version();
        Text text = conventions.text(tenantId, version).orElseThrow();
        List<Known> unlisted = conventions.unlisted(tenantId, text);
        if (text.line().isComplete() && !unlisted.isEmpty()) {
            version = conventions.amend(tenantId, Actor.OPERATOR);
            for (Known service : unlisted) {
                conventions.addService(tenantId, version, service.pluginId(), Actor.OPERATOR);
            }
            text = conventions.text(tenantId, version).orElseThrow();
        }
        if (text.line().isDraft()) {
            conventions.propose(tenantId, version, null, Actor.OPERATOR);
        }
        for (PartyLine party : parties.list(tenantId)) {
            Signatory signatory = party.side() == Side.EDUCATION_NATIONALE ? education : town;
            List<String> signed = new ArrayList<>(List.of(""));
            text.services().stream()
                    .filter(service -> Side.of(service.authority()).contains(party.side()))
                    .map(ServiceLine::pluginId)
                    .forEach(signed::add);
            conventions.sign(
                    tenantId, version, party.id(), signed, new Actor(null, signatory.name()), signatory.quality());
        }
        waves.everywhere(tenantId, education.name(), town.name());
    }
}
