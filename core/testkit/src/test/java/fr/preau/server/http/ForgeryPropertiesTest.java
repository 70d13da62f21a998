package fr.preau.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.http.Forgery.Place;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Which requests are taken for another site's, whatever is sent. */
class ForgeryPropertiesTest {
    @Provide
    Arbitrary<Place> places() {
        return Combinators.combine(
                        Arbitraries.of("http", "https"),
                        Arbitraries.of("localhost", "ent.exemple.fr", "ent.exemple.fr.ailleurs.exemple", "127.0.0.1"),
                        Arbitraries.of(80, 443, 8080))
                .as(Place::new);
    }

    @Provide
    Arbitrary<String> unsafe() {
        return Arbitraries.of("POST", "PUT", "DELETE", "PATCH", "post", "TRACE", "FOO");
    }

    @Provide
    Arbitrary<String> origins() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                places().map(ForgeryPropertiesTest::origin),
                places().map(place -> origin(place) + "@ailleurs.exemple"),
                Arbitraries.of(
                        "null", "", "file://", "https://", "https://[", "//ent.exemple.fr", "chrome-extension://a"));
    }

    /** As browsers write it: without the scheme's own port. */
    private static String origin(Place place) {
        boolean usual = place.port() == (place.scheme().equals("https") ? 443 : 80);
        return place.scheme() + "://" + place.host() + (usual ? "" : ":" + place.port());
    }

    @Property(tries = 500)
    void only_our_own_origin_passes(
            @ForAll("unsafe") String method, @ForAll("origins") String origin, @ForAll("places") Place own) {
        boolean ours =
                origin.equals(origin(own)) || origin.equals(own.scheme() + "://" + own.host() + ":" + own.port());
        assertThat(Forgery.suspected(method, null, origin, own)).isEqualTo(!ours);
    }

    @Property(tries = 200)
    void the_hosts_case_is_no_matter(@ForAll("places") Place own) {
        Place shouted = new Place(own.scheme(), own.host().toUpperCase(Locale.ROOT), own.port());
        assertThat(Forgery.suspected("POST", null, origin(own), shouted)).isFalse();
    }

    @Property(tries = 300)
    void what_the_browser_says_itself_decides(
            @ForAll("unsafe") String method,
            @ForAll("sites") String site,
            @ForAll("origins") String origin,
            @ForAll("places") Place own) {
        boolean ours = site.equals("same-origin") || site.equals("none");
        assertThat(Forgery.suspected(method, site, origin, own)).isEqualTo(!ours);
        assertThat(Forgery.suspected(method, site, null, own)).isEqualTo(!ours);
    }

    @Provide
    Arbitrary<String> sites() {
        return Arbitraries.oneOf(
                Arbitraries.of("same-origin", "none", "same-site", "cross-site", "", "Same-Origin"),
                Arbitraries.strings().ofMaxLength(12));
    }

    @Property(tries = 100)
    void reading_is_never_suspected(@ForAll("origins") @Nullable String origin, @ForAll("places") Place own) {
        for (String method : new String[] {"GET", "HEAD", "OPTIONS"}) {
            assertThat(Forgery.suspected(method, "cross-site", origin, own)).isFalse();
        }
        assertThat(Forgery.suspected("POST", null, null, own)).as("a program").isFalse();
    }
}
