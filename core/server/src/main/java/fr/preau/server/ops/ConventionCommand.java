package fr.preau.server.ops;

import fr.preau.server.convention.Actor;
import fr.preau.server.convention.Approvals;
import fr.preau.server.convention.Conventions;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.PartyLine;
import fr.preau.server.convention.QuickStart;
import fr.preau.server.convention.QuickStart.Signatory;
import fr.preau.server.convention.Side;
import fr.preau.server.convention.Template;
import fr.preau.server.ops.PreauCommand.CommandFailure;
import fr.preau.server.tenancy.Tenants.Tenant;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code preau convention}: what the operator does before the parties can act by themselves. */
@Command(
        name = "convention",
        mixinStandardHelpOptions = true,
        description = "La convention entre l’Éducation nationale et la collectivité.")
final class ConventionCommand {
    /** For picocli. */
    ConventionCommand() {}

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Commence la convention d’un espace, à partir d’un texte type.")
    int start(
            @Option(
                            names = "--template",
                            paramLabel = "TEXTE",
                            defaultValue = "COMMUNE",
                            description = "COMMUNE, EPCI ou RPI.")
                    Template template,
            @Option(names = "--tenant", paramLabel = "NOM-COURT", defaultValue = "", description = "L’espace.")
                    String slug) {
        return TenantCommand.withPlugins(ent -> {
            Tenant tenant = TenantCommand.tenant(ent, slug);
            int version = ent.get(Conventions.class).start(tenant.id(), template, tenant.name(), Actor.OPERATOR);
            System.out.println("Convention commencée, version " + version + ". Les parties :");
            ent.get(Parties.class).list(tenant.id()).forEach(ConventionCommand::print);
            System.out.println("Nommez une personne pour chacune : preau convention delegate.");
            return 0;
        });
    }

    private static void print(PartyLine party) {
        System.out.println("  " + party.id() + "\t" + party.side() + "\t" + party.name());
    }

    @Command(
            name = "delegate",
            mixinStandardHelpOptions = true,
            description = "Nomme une personne qui agit pour une partie ; elle nommera les suivantes.")
    int delegate(
            @Parameters(paramLabel = "PERSONNE", description = "L’identifiant que « preau person add » a donné.")
                    UUID person,
            @Option(
                            names = "--side",
                            paramLabel = "CÔTÉ",
                            required = true,
                            description = "EDUCATION_NATIONALE ou COLLECTIVITE.")
                    Side side,
            @Option(
                            names = "--party",
                            paramLabel = "ID",
                            description = "La partie, si son côté en a plusieurs (preau convention status).")
                    UUID party,
            @Option(
                            names = "--quality",
                            paramLabel = "QUALITÉ",
                            required = true,
                            description = "« Maire », « Inspectrice de l’Éducation nationale »…")
                    String quality,
            @Option(names = "--tenant", paramLabel = "NOM-COURT", defaultValue = "", description = "L’espace.")
                    String slug) {
        return TenantCommand.with(ent -> {
            Tenant tenant = TenantCommand.tenant(ent, slug);
            Parties parties = ent.get(Parties.class);
            var candidates = parties.list(tenant.id()).stream()
                    .filter(each ->
                            each.side() == side && (party == null || each.id().equals(party)))
                    .toList();
            if (candidates.size() != 1) {
                throw new CommandFailure("Aucune partie, ou plusieurs, de ce côté : dites laquelle avec --party "
                        + "(preau convention status).");
            }
            parties.name(tenant.id(), candidates.get(0).id(), person, quality, Actor.OPERATOR);
            System.out.println(
                    "Cette personne agit maintenant pour : " + candidates.get(0).name());
            return 0;
        });
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Dit où en est la convention et ce qui attend.")
    int status(
            @Option(names = "--tenant", paramLabel = "NOM-COURT", defaultValue = "", description = "L’espace.")
                    String slug) {
        return TenantCommand.with(ent -> {
            Tenant tenant = TenantCommand.tenant(ent, slug);
            ent.get(Parties.class).list(tenant.id()).forEach(ConventionCommand::print);
            ent.get(Conventions.class)
                    .versions(tenant.id())
                    .forEach(line -> System.out.println("  version " + line.version() + "\t"
                            + (line.isComplete() ? "signée" : line.state()) + "\t" + line.title()));
            ent.get(Approvals.class)
                    .of(tenant.id())
                    .forEach(each -> System.out.println("  attend " + each.partyName() + "\t" + each.title()));
            return 0;
        });
    }

    @Command(
            name = "paper",
            mixinStandardHelpOptions = true,
            description = "Enregistre une convention signée sur papier : tous les services, toutes les écoles.")
    int paper(
            @Option(
                            names = "--education",
                            paramLabel = "NOM, QUALITÉ",
                            required = true,
                            description = "Qui a signé pour l’Éducation nationale.")
                    String education,
            @Option(
                            names = "--town",
                            paramLabel = "NOM, QUALITÉ",
                            required = true,
                            description = "Qui a signé pour la collectivité.")
                    String town,
            @Option(
                            names = "--template",
                            paramLabel = "TEXTE",
                            defaultValue = "COMMUNE",
                            description = "COMMUNE, EPCI ou RPI.")
                    Template template,
            @Option(names = "--tenant", paramLabel = "NOM-COURT", defaultValue = "", description = "L’espace.")
                    String slug) {
        return TenantCommand.withPlugins(ent -> {
            Tenant tenant = TenantCommand.tenant(ent, slug);
            ent.get(QuickStart.class)
                    .signAndDeployEverything(
                            tenant.id(), template, tenant.name(), signatory(education), signatory(town));
            System.out.println("Convention enregistrée ; les services sont ouverts dans toutes les écoles.");
            return 0;
        });
    }

    private static Signatory signatory(String text) {
        int comma = text.indexOf(',');
        if (comma <= 0 || comma == text.length() - 1) {
            throw new CommandFailure("« " + text + " » : attendu un nom, une virgule, une qualité.");
        }
        return new Signatory(
                text.substring(0, comma).strip(), text.substring(comma + 1).strip());
    }
}
