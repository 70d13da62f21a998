package fr.preau.examples.village;

import fr.preau.server.Ent;
import fr.preau.server.db.StartupFailure;
import java.nio.file.Path;

/** Serves the ENT of Saint-Préau. Arguments: the folder of the plugins, the folder of the data. */
public final class Village {
    private Village() {}

    /** Starts, makes the village if the data folder is new, and serves until stopped. */
    public static void main(String[] args) {
        try {
            Ent ent = Ent.builder()
                    .port(Integer.parseInt(System.getenv().getOrDefault("PREAU_PORT", "8080")))
                    .plugins(Path.of(args[0]))
                    .data(Path.of(args[1]))
                    .start();
            new SaintPreau(ent).settle().forEach(System.out::println);
            System.out.println("  Données : " + args[1] + "    Ctrl-C pour arrêter.");
            ent.await();
        } catch (StartupFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
