package fr.preau.examples.bench;

import fr.preau.api.Caller;
import fr.preau.server.Ent;
import fr.preau.server.db.Database;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.server.db.EmbeddedServer;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Starts a made-up village in a folder of its own, and the {@link Floor} beside it on the same data, loads both by turns
 * and prints the table of {@link Report}. Argument: the folder of the plugins.
 */
public final class Bench {
    private final Settings settings;

    private Bench(Settings settings) {
        this.settings = settings;
    }

    /** Measures once. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("preau-mesure");
        try {
            new Bench(Settings.read()).run(Path.of(args[0]), folder);
        } finally {
            delete(folder);
        }
    }

    private void run(Path plugins, Path folder) throws Exception {
        try (Ent ent = Ent.builder().port(0).data(folder).plugins(plugins).start()) {
            Map<String, Path> jars = runningJars(ent, plugins);
            MadeUpVillage village = new MadeUpVillage(ent);
            Caller parent = village.build(jars.keySet());
            new DecisionCost(ent, parent.tenantId()).measure();
            List<Route> routes = routes(village, jars);
            List<String> cookies = new ArrayList<>();
            for (int i = 0; i < settings.clients(); i++) {
                cookies.add(Program.signIn(ent.address(), MadeUpVillage.PARENT, MadeUpVillage.PASSWORD)
                        .cookie());
            }
            // The ENT runs the embedded server; this joins it, to learn its address.
            DatabaseAddress address = EmbeddedServer.start(folder, true).address("preau");
            try (Floor floor = Floor.start(ent, address, jars, routes, parent)) {
                Processor processor = Processor.of(folder);
                measure(
                        routes,
                        new Side(ent.address(), cookies, ent.get(Database.class)::roundTrips, processor),
                        new Side(floor.address(), cookies, floor::roundTrips, processor));
            }
        }
    }

    /** The jars of the plugins that run, by id. */
    private static Map<String, Path> runningJars(Ent ent, Path folder) throws IOException {
        List<String> running = ent.get(PluginHost.class).running().stream()
                .map(RunningPlugin::id)
                .toList();
        Map<String, Path> jars = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                jars.put(FloorPlugin.idOf(jar), jar);
            }
        }
        jars.keySet().retainAll(running);
        return jars;
    }

    private static List<Route> routes(MadeUpVillage village, Map<String, Path> jars) {
        List<Route> routes = List.of(
                new Route("accueil", "", "/"),
                new Route("blog, 10 billets", "blog", "/apps/blog/"),
                new Route(
                        "travail, une semaine", "cahier-de-textes", "/apps/cahier-de-textes/?week=" + village.monday()),
                new Route("menus, une semaine", "cantine", "/apps/cantine/week/" + village.monday()));
        return routes.stream()
                .filter(route -> route.plugin().isEmpty() || jars.containsKey(route.plugin()))
                .toList();
    }

    private void measure(List<Route> routes, Side server, Side floor) throws IOException, InterruptedException {
        System.out.printf(
                "%d clients, %d s de calcul pour chauffer, %d manches de %d s par page et par côté%n%n",
                settings.clients(), settings.warmUp(), settings.rounds(), settings.round());
        for (Route route : routes) {
            sameAnswer(route, server, floor);
            warmUp(route, server);
            warmUp(route, floor);
        }
        System.out.print(Report.head());
        for (Route route : routes) {
            int bytes = sameAnswer(route, server, floor);
            List<Round> ours = new ArrayList<>();
            List<Round> theirs = new ArrayList<>();
            for (int i = 0; i < settings.rounds(); i++) {
                if (i % 2 == 0) {
                    ours.add(server.load(route, settings.round()));
                    theirs.add(floor.load(route, settings.round()));
                } else {
                    theirs.add(floor.load(route, settings.round()));
                    ours.add(server.load(route, settings.round()));
                }
            }
            System.out.print(Report.lines(route, bytes, ours, theirs));
        }
    }

    /** By processor time: on a busy machine, seconds of the clock would leave half of the code interpreted. */
    private void warmUp(Route route, Side side) throws IOException, InterruptedException {
        long spent = 0;
        while (spent < settings.warmUp() * 1_000_000_000L) {
            spent += side.load(route, settings.round()).jvm();
        }
    }

    /** Both must show the same page: otherwise it is not the same work that is compared. */
    private static int sameAnswer(Route route, Side server, Side floor) throws IOException {
        String one = server.show(route);
        String other = floor.show(route);
        if (!one.equals(other)) {
            int at = 0;
            while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
                at++;
            }
            throw new IllegalStateException("%s: the floor shows another page from character %d on%n%s%n---%n%s"
                    .formatted(route.path(), at, around(one, at), around(other, at)));
        }
        return one.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 160));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
