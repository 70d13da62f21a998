package fr.preau.server.repository;

import fr.preau.server.repository.Index.Offer;
import fr.preau.server.repository.Index.Release;
import fr.preau.server.repository.Index.Screenshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an index must say to be taken, and to be made. */
final class IndexRules {
    static final int MOST_PLUGINS = 1000;
    static final int MOST_SCREENSHOTS = 5;
    static final long LARGEST_SCREENSHOT = 500L << 10;
    static final int LONGEST_TEXT = 20_000;

    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String FILE = "[A-Za-z0-9_][A-Za-z0-9._+-]{0,150}";
    private static final String SHA256 = "[0-9a-f]{64}";

    private IndexRules() {}

    /** All that is wrong with it, in French. */
    static List<String> faults(Index index) {
        if (index.format() != Index.FORMAT) {
            return List.of("l’index est au format " + index.format() + ", que cette version de Préau ne lit pas");
        }
        List<String> faults = new ArrayList<>();
        text("le nom du dépôt", index.name(), 1, 100, faults);
        if (index.plugins().size() > MOST_PLUGINS) {
            faults.add("l’index offre plus de " + MOST_PLUGINS + " plugins");
            return faults;
        }
        Set<String> ids = new HashSet<>();
        for (Offer offer : index.plugins()) {
            String id = JarContents.quoted(offer.id());
            if (!ids.add(offer.id())) {
                faults.add(id + " : deux plugins ont cet identifiant");
            }
            if (offer.id().length() > 40 || !offer.id().matches(ID)) {
                faults.add(id + " n’est pas un identifiant de plugin");
            }
            text(id + ", titre", offer.title(), 1, 100, faults);
            text(id + ", icône", offer.icon(), 1, 50, faults);
            if (offer.versions().isEmpty()) {
                faults.add(id + " n’a aucune version");
            }
            releases(offer, faults);
        }
        cycles(index).forEach(faults::add);
        return faults;
    }

    private static void releases(Offer offer, List<String> faults) {
        Set<String> seen = new HashSet<>();
        for (Release release : offer.versions()) {
            String where = JarContents.quoted(offer.id() + " " + release.version());
            if (!Versions.valid(release.version())) {
                faults.add(where + " n’est pas un numéro de version");
            } else if (!seen.add(release.version())) {
                faults.add(where + " : deux plugins ont cet identifiant et cette version");
            }
            file(where, release.file(), release.size(), release.sha256(), faults);
            if (!release.file().endsWith(".jar")) {
                faults.add(where + " : " + JarContents.quoted(release.file()) + " n’est pas un .jar");
            }
            text(where + ", description", release.description(), 0, 500, faults);
            text(where + ", règle de version", release.requires(), 1, 100, faults);
            text(where + ", changements", release.changelog(), 0, LONGEST_TEXT, faults);
            if (release.screenshots().size() > MOST_SCREENSHOTS) {
                faults.add(where + " : plus de " + MOST_SCREENSHOTS + " images");
            }
            for (Screenshot image : release.screenshots()) {
                file(where, image.file(), image.size(), image.sha256(), faults);
                if (image.size() > LARGEST_SCREENSHOT) {
                    faults.add(where + " : une image dépasse " + (LARGEST_SCREENSHOT >> 10) + " ko");
                }
                text(where + ", image", image.text(), 1, 200, faults);
            }
        }
        List<Release> sorted = offer.versions().stream()
                .filter(release -> Versions.valid(release.version()))
                .sorted((a, b) -> Versions.compare(b.version(), a.version()))
                .toList();
        if (sorted.size() == offer.versions().size() && !sorted.equals(offer.versions())) {
            faults.add(JarContents.quoted(offer.id())
                    + " : les versions ne sont pas dans l’ordre, la plus récente d’abord");
        }
    }

    private static void file(String where, String name, long size, String sha256, List<String> faults) {
        if (!name.matches(FILE) || size <= 0 || !sha256.matches(SHA256)) {
            faults.add(
                    where + " : fichier " + JarContents.quoted(name) + ", sa taille ou son empreinte sont incorrects");
        }
    }

    private static void text(String where, String text, int least, int most, List<String> faults) {
        if (text.length() < least || text.length() > most) {
            faults.add(where + " : " + (text.isEmpty() ? "manque" : "plus de " + most + " caractères"));
        }
    }

    /** Plugins that need each other in a circle: none of them could start first. Each circle once. */
    private static Set<String> cycles(Index index) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        for (Offer offer : index.plugins()) {
            Set<String> all = needs.computeIfAbsent(offer.id(), id -> new TreeSet<>());
            offer.versions().forEach(release -> all.addAll(release.dependencies()));
        }
        Set<String> cycles = new LinkedHashSet<>();
        Set<String> done = new HashSet<>();
        needs.keySet().forEach(id -> walk(id, needs, new ArrayList<>(), done, cycles));
        return cycles;
    }

    private static void walk(
            String id, Map<String, Set<String>> needs, List<String> way, Set<String> done, Set<String> cycles) {
        int seen = way.indexOf(id);
        if (seen >= 0) {
            List<String> circle = Stream.concat(way.subList(seen, way.size()).stream(), Stream.of(id))
                    .toList();
            cycles.add("des plugins dépendent les uns des autres en rond : " + String.join(" → ", circle));
            return;
        }
        if (done.contains(id)) {
            return;
        }
        way.add(id);
        needs.getOrDefault(id, Set.of()).forEach(next -> walk(next, needs, way, done, cycles));
        way.remove(way.size() - 1);
        done.add(id);
    }
}
