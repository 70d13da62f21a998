package fr.preau.testkit.contract;

import fr.preau.testkit.contract.Route.Body;
import fr.preau.testkit.contract.Slot.Kind;
import fr.preau.testkit.contract.Slot.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Fills the slots of a route with values: every value of every slot at least once if the limit allows, then mixtures, the
 * same at each run.
 */
final class Filling {
    private final Route route;
    private final Values values;
    private final List<PageForm> forms;
    private final List<String> paths;
    private final List<Slot> slots;

    private Filling(Route route, Values values, Crawl crawl) {
        this.route = route;
        this.values = values;
        this.forms = crawl.formsOf(route);
        this.paths = crawl.pathsOf(route);
        this.slots = new ArrayList<>(route.slots());
        if (route.body() == Body.FORM || route.body() == Body.MULTIPART) {
            addFormSlots();
        }
    }

    /** At most {@code most} calls. Those whose path would not fit the template are left out. */
    static List<Call> of(Route route, Values values, Crawl crawl, int most) {
        return new Filling(route, values, crawl).calls(most);
    }

    /** A route that reads its form as a map names no field: the pages do. */
    private void addFormSlots() {
        Set<String> known = new LinkedHashSet<>();
        slots.stream().filter(slot -> slot.place() == Place.FORM).forEach(slot -> known.add(slot.name()));
        for (PageForm form : forms) {
            for (String field : form.fields().keySet()) {
                if (known.add(field)) {
                    slots.add(new Slot(Place.FORM, field, Kind.TEXT, List.of()));
                }
            }
        }
    }

    private List<Call> calls(int most) {
        List<List<String>> pools = slots.stream().map(this::pool).toList();
        int longest = pools.stream().mapToInt(List::size).max().orElse(1);
        Set<Call> calls = new LinkedHashSet<>();
        for (int turn = 0; turn < longest && calls.size() < most; turn++) {
            int now = turn;
            add(calls, pools.stream().map(pool -> pool.get(now % pool.size())).toList());
        }
        Random random = new Random(2011);
        for (int turn = 0; turn < 4 * most && calls.size() < most; turn++) {
            add(
                    calls,
                    pools.stream()
                            .map(pool -> pool.get(random.nextInt(pool.size())))
                            .toList());
        }
        return List.copyOf(calls);
    }

    private List<String> pool(Slot slot) {
        List<String> pool = new ArrayList<>();
        switch (slot.kind()) {
            case ID -> pool.addAll(values.ids());
            case DATE -> pool.addAll(values.dates());
            case NUMBER -> pool.addAll(values.numbers());
            case FLAG -> pool.addAll(List.of("true", "false"));
            case OPTION -> pool.addAll(slot.options());
            case TEXT -> pool.addAll(texts(slot));
        }
        return pool.isEmpty() ? List.of("1") : pool;
    }

    private List<String> texts(Slot slot) {
        Set<String> pool = new LinkedHashSet<>();
        boolean ids = slot.place() == Place.PATH || slot.place() == Place.QUERY;
        for (String seen : seen(slot)) {
            if (Route.isId(seen)) {
                ids = true;
            } else {
                pool.add(seen);
            }
        }
        if (ids || slot.name().matches("(?i).*(id|ids|class|person|pupil|school)$")) {
            pool.addAll(values.ids());
        }
        if (slot.place() == Place.PATH || slot.place() == Place.QUERY) {
            pool.addAll(values.dates());
            pool.addAll(values.numbers());
            pool.addAll(values.texts());
        } else if (pool.isEmpty()) {
            pool.add("Essai");
        }
        return List.copyOf(pool);
    }

    /** The values that this slot had in links and forms of pages. */
    private List<String> seen(Slot slot) {
        List<String> seen = new ArrayList<>();
        if (slot.place() == Place.FORM) {
            forms.forEach(form -> seen.addAll(form.fields().getOrDefault(slot.name(), List.of())));
        } else if (slot.place() == Place.PATH) {
            for (String path : paths) {
                Map<String, String> parts = new HashMap<>();
                if (route.uri().match(path, parts)) {
                    seen.add(parts.getOrDefault(slot.name(), ""));
                }
            }
        }
        return seen;
    }

    private void add(Set<Call> calls, List<String> chosen) {
        Map<String, String> parts = new HashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        StringBuilder query = new StringBuilder();
        String json = route.json();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String value = chosen.get(i);
            switch (slot.place()) {
                case PATH -> parts.put(slot.name(), encoded(value));
                case FORM -> fields.put(slot.name(), value);
                case QUERY ->
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(slot.name())
                            .append('=')
                            .append(encoded(value));
                case JSON -> json = json.replace("\"@@" + i + "@@\"", literal(slot, value));
            }
        }
        String path = route.isOpen() ? route.uri().createURI(parts) : route.template();
        if (route.uri().match(path, new ArrayList<>())) {
            calls.add(new Call(route.method(), path + query, route.body(), Map.copyOf(fields), json));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String literal(Slot slot, String value) {
        return slot.kind() == Kind.NUMBER || slot.kind() == Kind.FLAG ? value : '"' + value.replace("\"", "\\\"") + '"';
    }
}
