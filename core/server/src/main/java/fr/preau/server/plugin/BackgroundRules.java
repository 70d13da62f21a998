package fr.preau.server.plugin;

import fr.preau.api.Contributions;
import fr.preau.api.event.EventListener;
import fr.preau.api.event.EventType;
import fr.preau.api.event.ListensTo;
import fr.preau.api.job.Daily;
import fr.preau.api.job.Every;
import fr.preau.api.job.JobType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What events, listeners and jobs must say. */
final class BackgroundRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern STABLE = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*");
    private static final Duration LONGEST_LISTENING = Duration.ofMinutes(5);
    private static final Duration LONGEST_JOB = Duration.ofHours(1);

    private final List<String> faults = new ArrayList<>();

    private BackgroundRules() {}

    static List<String> faults(Contributions declared) {
        BackgroundRules rules = new BackgroundRules();
        declared.events().forEach(rules::event);
        declared.listeners().forEach(rules::listener);
        declared.jobs().forEach(rules::job);
        rules.once(declared.events().stream().map(EventType::name));
        rules.once(declared.listeners().stream().map(Class::getSimpleName));
        rules.once(declared.jobs().stream().map(job -> job.type().getSimpleName()));
        return rules.faults;
    }

    private void once(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).forEach(name -> faults.add(name + " est déclaré deux fois"));
    }

    private void event(EventType event) {
        if (!NAME.matcher(event.name()).matches()) {
            faults.add("event : « " + event.name() + " » ; attendu : minuscules, chiffres, tirets, 60 au plus");
        }
    }

    private void listener(Class<? extends EventListener> listener) {
        String name = listener.getSimpleName();
        ListensTo to = listener.getAnnotation(ListensTo.class);
        if (to == null || to.value().length == 0) {
            faults.add(name + " : @ListensTo manque : les événements écoutés");
            return;
        }
        Stream.of(to.value())
                .filter(event -> !STABLE.matcher(event).matches())
                .forEach(event -> faults.add(name + " : @ListensTo : « " + event + " » ; attendu : plugin.evenement"));
        between(name + " : @ListensTo : limit", to.limit(), Duration.ofMillis(1), LONGEST_LISTENING);
    }

    private void job(JobType job) {
        String name = job.type().getSimpleName();
        Every every = job.type().getAnnotation(Every.class);
        Daily daily = job.type().getAnnotation(Daily.class);
        if (every != null && daily == null) {
            between(name + " : @Every", every.value(), Duration.ofMinutes(1), Duration.ofDays(366));
            between(name + " : @Every : limit", every.limit(), Duration.ofMillis(1), LONGEST_JOB);
        } else if (daily != null && every == null) {
            try {
                LocalTime.parse(daily.value());
            } catch (DateTimeException e) {
                faults.add(name + " : @Daily : « " + daily.value() + " » n’est pas une heure, par exemple 04:30");
            }
            between(name + " : @Daily : limit", daily.limit(), Duration.ofMillis(1), LONGEST_JOB);
        } else {
            faults.add(name + " : @Every ou @Daily, l’un des deux");
        }
    }

    private void between(String where, String typed, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(typed);
            if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                faults.add(where + " : " + typed + " ; de " + least + " à " + most);
            }
        } catch (DateTimeException e) {
            faults.add(where + " : « " + typed + " » n’est pas une durée, par exemple PT1H");
        }
    }
}
