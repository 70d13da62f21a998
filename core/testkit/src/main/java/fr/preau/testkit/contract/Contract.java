package fr.preau.testkit.contract;

import fr.preau.testkit.EntExtension;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** All that a plugin promises, one test for each promise. */
public final class Contract {
    private Contract() {}

    /** The tests of one running plugin, in the order in which they must run. */
    public static Stream<DynamicTest> of(EntExtension ent, String pluginId) {
        Subject subject = new Subject(ent, pluginId);
        AccessCheck access = new AccessCheck(subject);
        IsolationCheck isolation = new IsolationCheck(subject);
        Stream<DynamicTest> routes =
                subject.routes().stream().map(route -> test(route + " refuses who may not", () -> access.check(route)));
        Stream<DynamicTest> others = Stream.of(
                test(pluginId + ": its tables keep the rules", () -> tables(subject)),
                test(pluginId + ": its pages hold for everybody", () -> new PagesCheck(subject).check()),
                test(
                        pluginId + ": personal data can be copied and erased",
                        () -> new PersonalDataCheck(subject).check()),
                test(pluginId + ": the seed fills every table", isolation::seeded),
                test(pluginId + ": shows nothing of another tenant", isolation::nothingSeen),
                test(pluginId + ": changes nothing of another tenant", isolation::nothingChanged),
                test(pluginId + ": takes no id of another tenant", isolation::noIdTaken),
                test(pluginId + ": never breaks, whatever is sent", isolation::nothingBroken),
                test(pluginId + ": unloaded, leaves nothing", () -> new LeakCheck(subject).check()));
        return Stream.concat(routes, others);
    }

    /** Says the promise in the failure too: build logs show a dynamic test by its number alone. */
    private static DynamicTest test(String promise, Executable check) {
        return DynamicTest.dynamicTest(promise, () -> {
            try {
                check.execute();
            } catch (AssertionError e) {
                throw new AssertionError("broken promise, “" + promise + "”: " + e.getMessage(), e);
            }
        });
    }

    private static void tables(Subject subject) {
        try (TenantRows rows = subject.rows()) {
            List<String> faults = rows.faults();
            if (!faults.isEmpty()) {
                throw new AssertionError(String.join("\n", faults));
            }
        }
    }
}
