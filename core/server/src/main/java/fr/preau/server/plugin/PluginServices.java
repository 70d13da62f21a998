package fr.preau.server.plugin;

import fr.preau.api.Authority;
import fr.preau.api.privacy.PersonalData.Kept;
import fr.preau.api.web.Launcher;
import fr.preau.server.convention.Known;
import fr.preau.server.convention.KnownServices;
import fr.preau.server.db.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What running plugins declare, as parties agree on it. Thread-safe. */
@Singleton
public final class PluginServices implements KnownServices {
    private static final Logger log = LoggerFactory.getLogger(PluginServices.class);

    private final PluginHost host;

    @Inject
    PluginServices(PluginHost host) {
        this.host = host;
    }

    @Override
    public List<Known> known(int tenantId) {
        List<Known> known = new ArrayList<>();
        for (RunningPlugin plugin : host.running()) {
            Launcher launcher = plugin.contributions().launcher();
            Authority authority = plugin.contributions().authority();
            List<Kept> kept = kept(plugin, tenantId);
            known.add(new Known(
                    plugin.id(),
                    launcher == null ? title(plugin) : launcher.title(),
                    authority == null ? Authority.BOTH : authority,
                    kept.stream().map(Kept::purpose).distinct().collect(Collectors.joining(" ; ")),
                    kept.stream()
                            .map(line -> line.what() + " (" + line.retention() + ")")
                            .collect(Collectors.joining("\n"))));
        }
        known.sort(Comparator.comparing(Known::title, java.text.Collator.getInstance(java.util.Locale.FRENCH)));
        return known;
    }

    /** Of a plugin without a page: what it reads, or its id. */
    private String title(RunningPlugin plugin) {
        try (Visit visit = host.visit(plugin.id())) {
            return visit == null || visit.plugin().directorySources().isEmpty()
                    ? plugin.id()
                    : "Annuaire, " + visit.plugin().directorySources().get(0).label();
        } catch (RuntimeException | Error e) {
            log.error("plugin {} could not say what it reads", plugin.id(), e);
            return plugin.id();
        }
    }

    private List<Kept> kept(RunningPlugin plugin, int tenantId) {
        try (Visit visit = host.visit(plugin.id());
                var scope = Scope.open(tenantId, Scope.Mode.READ)) {
            return visit == null ? List.of() : visit.plugin().personalData().register();
        } catch (RuntimeException | Error e) {
            log.error("plugin {} could not say what it keeps", plugin.id(), e);
            return List.of();
        }
    }
}
