package fr.preau.server.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.api.Profile;
import fr.preau.server.account.Invitations;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Scope;
import fr.preau.server.ops.PreauCommand.CommandFailure;
import fr.preau.server.privacy.PersonalCopy;
import fr.preau.server.tenancy.Tenants;
import fr.preau.server.tenancy.Tenants.Tenant;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code preau person}: people, one at a time; the first administrator is made here. */
@Command(name = "person", mixinStandardHelpOptions = true, description = "Les personnes d’un espace.")
final class PersonCommand {
    /** For picocli. */
    PersonCommand() {}

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Ajoute une personne et donne son code d’activation.")
    int add(
            @Parameters(paramLabel = "PRÉNOM") String firstName,
            @Parameters(paramLabel = "NOM") String lastName,
            @Option(
                            names = "--profile",
                            paramLabel = "PROFIL",
                            defaultValue = "MUNICIPAL_STAFF",
                            description =
                                    "PUPIL, GUARDIAN, TEACHER, HEAD, SCHOOL_STAFF, INSPECTOR, MUNICIPAL_STAFF, GUEST.")
                    Profile profile,
            @Option(
                            names = "--service",
                            paramLabel = "SERVICE",
                            defaultValue = "",
                            description = "Le service municipal.")
                    String service,
            @Option(names = "--administrator", description = "Administre l’espace.") boolean administrator,
            @Option(names = "--tenant", paramLabel = "NOM-COURT", defaultValue = "", description = "L’espace.")
                    String slug) {
        return TenantCommand.with(ent -> {
            Tenant tenant = TenantCommand.tenant(ent, slug);
            Tenants tenants = ent.get(Tenants.class);
            UUID id = tenants.addPerson(tenant.id(), profile, firstName, lastName, service);
            if (administrator) {
                tenants.addAdministrator(tenant.id(), id);
            }
            String code = Scope.in(tenant.id(), Scope.Mode.WRITE, () -> {
                var codes = ent.get(Invitations.class).invite(tenant.id(), List.of(id));
                ent.get(Audit.class).recordHere(null, Audit.OPERATOR, "code.make", firstName + " " + lastName, "");
                return codes.get(id);
            });
            System.out.println(firstName + " " + lastName + " : " + id);
            System.out.println("Code d’activation : " + code + " (à taper sur /activation)");
            return 0;
        });
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Écrit tout ce qui est gardé sur une personne (RGPD, article 15), en JSON.")
    int export(
            @Parameters(paramLabel = "ID", description = "L’identifiant, dans l’adresse de sa page de la console.")
                    UUID id,
            @Option(names = "--tenant", paramLabel = "NOM-COURT", defaultValue = "", description = "L’espace.")
                    String slug) {
        return TenantCommand.withPlugins(ent -> {
            Tenant tenant = TenantCommand.tenant(ent, slug);
            if (!ent.get(Audit.class).recordAbout(tenant.id(), null, Audit.OPERATOR, "copy.export", id, "")) {
                throw new CommandFailure("Pas de personne « " + id + " » dans cet espace.");
            }
            try {
                System.out.println(new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(ent.get(PersonalCopy.class).of(tenant.id(), id)));
            } catch (JsonProcessingException e) {
                throw new CommandFailure("La copie n’a pas pu être écrite : " + e.getOriginalMessage());
            }
            return 0;
        });
    }
}
