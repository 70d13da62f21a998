package fr.preau.testkit.contract;

import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.SchoolPerson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.uri.UriTemplate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Goes through a plugin's pages as people do: from link to link. Remembers what was shown and which forms there were. */
final class Crawl {
    /** Pages that differ by an id or a number alone: this many are looked at. */
    private static final int ALIKE = 3;

    private static final int MOST = 60;

    /**
     * A page that somebody saw.
     *
     * @param person who
     * @param path path and query
     * @param answer what came
     */
    record Seen(SchoolPerson person, String path, Answer answer) {}

    private final EntExtension ent;
    private final String root;
    private final List<Seen> seen = new ArrayList<>();
    private final List<PageForm> forms = new ArrayList<>();

    Crawl(EntExtension ent, String root) {
        this.ent = ent;
        this.root = root;
    }

    /** Walks as one person, from the home page, the plugin's first page and these. */
    void walk(SchoolPerson person, Collection<String> starts) {
        Client client = ent.as(person);
        Deque<String> open = new ArrayDeque<>(List.of("/", root));
        open.addAll(starts);
        Set<String> known = new HashSet<>(open);
        Map<String, Integer> alike = new HashMap<>();
        for (int pages = 0; pages < MOST && !open.isEmpty(); pages++) {
            String path = open.removeFirst();
            Answer answer = client.get(path);
            seen.add(new Seen(person, path, answer));
            if (!answer.isHtml()) {
                continue;
            }
            Document page = Jsoup.parse(answer.body(), ent.server().address() + path);
            page.select("form").forEach(this::keep);
            for (Element link : page.select("a[href]")) {
                String target = pathOf(link.absUrl("href"));
                if (target.startsWith(root)
                        && known.add(target)
                        && alike.merge(kind(target), 1, Integer::sum) <= ALIKE) {
                    open.addLast(target);
                }
            }
        }
    }

    private static String kind(String path) {
        return path.replaceAll("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "#")
                .replaceAll("\\d+", "#");
    }

    private String pathOf(String url) {
        String address = ent.server().address().toString();
        return url.startsWith(address) ? url.substring(address.length()).replaceFirst("#.*", "") : "";
    }

    private void keep(Element element) {
        if (!(element instanceof FormElement form) || !element.attr("method").equalsIgnoreCase("post")) {
            return;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.formData().forEach(pair -> add(fields, pair.key(), pair.value()));
        form.select("input[name], button[name]").forEach(e -> add(fields, e.attr("name"), e.attr("value")));
        form.select("select[name]")
                .forEach(select -> select.select("option")
                        .forEach(option -> add(fields, select.attr("name"), option.attr("value"))));
        forms.add(
                new PageForm(pathOf(form.absUrl("action").isEmpty() ? form.baseUri() : form.absUrl("action")), fields));
        form.select("button[formaction]")
                .forEach(button -> forms.add(new PageForm(pathOf(button.absUrl("formaction")), fields)));
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        List<String> values = fields.computeIfAbsent(name, key -> new ArrayList<>());
        if (!values.contains(value)) {
            values.add(value);
        }
    }

    /** What was seen. */
    List<Seen> seen() {
        return seen;
    }

    /** The forms that lead to a route. */
    List<PageForm> formsOf(Route route) {
        UriTemplate uri = route.uri();
        return forms.stream().filter(form -> matches(uri, form.path())).toList();
    }

    /** The paths, without query, that lead to a route. */
    List<String> pathsOf(Route route) {
        UriTemplate uri = route.uri();
        return seen.stream()
                .map(page -> page.path().replaceFirst("\\?.*", ""))
                .filter(path -> matches(uri, path))
                .distinct()
                .toList();
    }

    private static boolean matches(UriTemplate uri, String path) {
        return uri.match(path.replaceFirst("\\?.*", ""), new ArrayList<>());
    }
}
