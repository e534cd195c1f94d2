package dev.opsdk.bizconnector.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of an image in an OCI registry, by the distribution API: {@code GET /v2/<name>/tags/list}, all pages, with an anonymous token
 * where the registry asks for one.
 */
final class Registry {
    private static final Pattern NEXT = Pattern.compile("<([^>]{1,2000})>\\s*;[^,]*\\brel=\"?next\"?");
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]{0,1000})\"");
    private static final int MOST_PAGES = 500;
    private static final int PAGE = 1000;

    private final Web web;
    private final URI base;
    private final String image;

    Registry(Web web, URI base, String image) {
        this.web = web;
        this.base = base;
        this.image = image;
    }

    List<String> tags() throws IOException, InterruptedException {
        List<String> tags = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Optional<String> token = Optional.empty();
        Optional<URI> next = Optional.of(base.resolve("/v2/" + image + "/tags/list?n=" + PAGE));
        while (next.isPresent()) {
            URI page = next.get();
            if (!seen.add(page) || seen.size() > MOST_PAGES) {
                throw new IOException("the registry's pages of tags do not end");
            }
            Web.Page got = get(page, token);
            if (got.status() == 401 && token.isEmpty()) {
                token = Optional.of(
                        token(got.headers().firstValue("WWW-Authenticate").orElse("")));
                got = get(page, token);
            }
            if (!got.ok()) {
                throw new IOException("the registry answered HTTP " + got.status() + " to " + page.getPath());
            }
            JsonNode list = got.json("the list of tags").path("tags");
            list.forEach(tag -> tags.add(tag.asText()));
            next = got.headers().firstValue("Link").flatMap(link -> next(page, link));
        }
        return List.copyOf(tags);
    }

    private Web.Page get(URI page, Optional<String> token) throws IOException, InterruptedException {
        return token.isPresent() ? web.get(page, "Authorization", "Bearer " + token.get()) : web.get(page);
    }

    /** The registry says where tokens are to be had; only a place that is as safe as the registry itself is asked. */
    private String token(String challenge) throws IOException, InterruptedException {
        String realm = parameter(challenge, "realm").orElse("/token");
        URI place;
        try {
            place = base.resolve(realm);
        } catch (IllegalArgumentException e) {
            throw new IOException("the registry names no usable place for tokens", e);
        }
        if (place.getHost() == null || place.getRawFragment() != null) {
            throw new IOException("the registry names no usable place for tokens");
        }
        if (!("https".equals(place.getScheme()) || sameOrigin(place))) {
            throw new IOException("the registry wants a token from a place without TLS");
        }
        StringBuilder query = new StringBuilder("scope=")
                .append(encoded(parameter(challenge, "scope").orElse("repository:" + image + ":pull")));
        parameter(challenge, "service")
                .ifPresent(service -> query.append("&service=").append(encoded(service)));
        String separator = place.getRawQuery() == null ? "?" : "&";
        Web.Page page = web.get(URI.create(place + separator + query));
        if (!page.ok()) {
            throw new IOException("the registry gave no token: HTTP " + page.status());
        }
        JsonNode answer = page.json("the token");
        String token = answer.path("token").asText(answer.path("access_token").asText(""));
        if (!token.matches("[\\w.~+/=-]{1,16000}")) {
            throw new IOException("the registry gave no usable token");
        }
        return token;
    }

    private Optional<URI> next(URI page, String link) {
        Matcher matcher = NEXT.matcher(link);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(page.resolve(matcher.group(1))).filter(this::sameOrigin);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what cannot be asked for is no next page
        }
    }

    private boolean sameOrigin(URI other) {
        return base.getScheme().equals(other.getScheme())
                && String.valueOf(base.getAuthority()).equals(other.getAuthority());
    }

    private static Optional<String> parameter(String challenge, String name) {
        Matcher matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return Optional.of(matcher.group(2));
            }
        }
        return Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return base.getHost() + "/" + image;
    }
}
