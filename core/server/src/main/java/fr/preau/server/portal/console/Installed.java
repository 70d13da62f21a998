package fr.preau.server.portal.console;

import fr.preau.api.privacy.PersonalData.Kept;
import fr.preau.server.db.Scope;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.PluginStatus;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.plugin.Visit;
import fr.preau.server.repository.Declaration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins that are here, for the shop to compare with. Thread-safe. */
@Singleton
final class Installed {
    private static final Logger log = LoggerFactory.getLogger(Installed.class);

    private final PluginHost plugins;

    @Inject
    Installed(PluginHost plugins) {
        this.plugins = plugins;
    }

    /** The version of each, by id; those whose file could not be read have none. */
    Map<String, String> versions() {
        return plugins.list().stream()
                .filter(status -> !status.version().isEmpty())
                .collect(Collectors.toMap(PluginStatus::id, PluginStatus::version));
    }

    /** What a plugin may do and keeps; empty unless it runs and can say so. */
    Optional<Declaration> declaration(String id, int tenantId) {
        try (Visit visit = plugins.visit(id);
                var scope = Scope.open(tenantId, Scope.Mode.READ)) {
            if (visit == null) {
                return Optional.empty();
            }
            RunningPlugin plugin = visit.plugin();
            List<Kept> kept = plugin.personalData().register();
            return Optional.of(Declaration.of(plugin.contributions(), kept));
        } catch (RuntimeException | Error e) {
            log.error("plugin {} could not say what it keeps", id, e);
            return Optional.empty();
        }
    }
}
