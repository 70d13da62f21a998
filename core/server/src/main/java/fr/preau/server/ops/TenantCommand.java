package fr.preau.server.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.ops.PreauCommand.CommandFailure;
import fr.preau.server.tenancy.Tenants;
import fr.preau.server.tenancy.Tenants.Kind;
import fr.preau.server.tenancy.Tenants.Tenant;
import java.util.function.ToIntFunction;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code preau tenant}: the ENTs of this server. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        description = "Les espaces (un par commune, EPCI ou syndicat).")
final class TenantCommand {
    /** For picocli. */
    TenantCommand() {}

    /** Runs on the database, beside a server that may be serving. The log keeps to what is wrong. */
    static int with(ToIntFunction<Ent> work) {
        ((Logger) LoggerFactory.getLogger("fr.preau")).setLevel(Level.WARN);
        try (Ent ent = Ent.offline(Config.read(System.getenv()))) {
            return work.applyAsInt(ent);
        }
    }

    static int withPlugins(ToIntFunction<Ent> work) {
        return with(ent -> work.applyAsInt(ent.withPlugins()));
    }

    /** The tenant of a short name, or the only one. */
    static Tenant tenant(Ent ent, String slug) {
        Tenants tenants = ent.get(Tenants.class);
        if (slug.isEmpty() && tenants.list().size() == 1) {
            return tenants.list().get(0);
        }
        return tenants.find(slug)
                .orElseThrow(() -> new CommandFailure(
                        slug.isEmpty()
                                ? "Plusieurs espaces, ou aucun : dites lequel avec --tenant (preau tenant list)."
                                : "Pas d’espace « " + slug + " » (preau tenant list)."));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Liste les espaces.")
    int list() {
        return with(ent -> {
            ent.get(Tenants.class)
                    .list()
                    .forEach(tenant -> System.out.println(tenant.slug() + "\t" + tenant.kind() + "\t" + tenant.name()));
            return 0;
        });
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Crée un espace.")
    int create(
            @Parameters(paramLabel = "NOM-COURT", description = "Minuscules, chiffres, tirets : saint-preau.")
                    String slug,
            @Parameters(paramLabel = "NOM", description = "Le nom pour les gens.") String name,
            @Option(
                            names = "--kind",
                            paramLabel = "SORTE",
                            defaultValue = "COMMUNE",
                            description = "COMMUNE, EPCI ou SYNDICAT.")
                    Kind kind) {
        if (!slug.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new CommandFailure("« " + slug + " » : attendu des minuscules, des chiffres et des tirets.");
        }
        return with(ent -> {
            if (ent.get(Tenants.class).find(slug).isPresent()) {
                throw new CommandFailure("L’espace « " + slug + " » existe déjà.");
            }
            ent.get(Tenants.class).create(slug, name, kind);
            System.out.println("Espace créé : " + slug);
            return 0;
        });
    }

    @Command(name = "school", mixinStandardHelpOptions = true, description = "Ajoute une école à un espace.")
    int school(
            @Parameters(paramLabel = "UAI", description = "Sept chiffres et une lettre.") String uai,
            @Parameters(paramLabel = "NOM", description = "Le nom de l’école.") String name,
            @Option(
                            names = "--insee",
                            paramLabel = "CODE",
                            required = true,
                            description = "Le code INSEE de sa commune.")
                    String insee,
            @Option(names = "--commune", paramLabel = "NOM", required = true, description = "Le nom de sa commune.")
                    String commune,
            @Option(names = "--tenant", paramLabel = "NOM-COURT", defaultValue = "", description = "L’espace.")
                    String slug) {
        if (!uai.matches("\\d{7}[A-Z]") || !insee.matches("[0-9AB]{5}")) {
            throw new CommandFailure("UAI : sept chiffres et une lettre majuscule ; code INSEE : cinq caractères.");
        }
        return with(ent -> {
            Tenant tenant = tenant(ent, slug);
            ent.get(Tenants.class).addCommune(tenant.id(), insee, commune);
            ent.get(Tenants.class).addSchool(tenant.id(), uai, name, insee);
            System.out.println("École ajoutée : " + name + " (" + uai + ")");
            return 0;
        });
    }
}
