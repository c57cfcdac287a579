package dev.assay.local.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds the manifest against the entries: every file that it names is there with that size and
 * digest, and every file that is there is named once. It is read as a stream: it may be large.
 */
final class ManifestCheck {

  private static final String FORMAT = "assay-audit-package-1";
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxStringLength(1 << 20)
                  .maxNumberLength(20)
                  .maxNameLength(1 << 10)
                  .build())
          .build();

  private final Map<String, Entry> unnamed = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Long> totals = new HashMap<>();
  private long items;
  private long files;
  private long fileBytes;
  private long excluded;
  private long events = -1;

  private ManifestCheck(Map<String, Entry> toBeNamed) {
    unnamed.putAll(toBeNamed);
  }

  /**
   * What the manifest says, once it agrees with the entries.
   *
   * @param toBeNamed the entries that it has to name, by path
   */
  static Verdict.Summary of(InputStream manifest, Map<String, Entry> toBeNamed)
      throws IOException, Refused {
    var check = new ManifestCheck(toBeNamed);
    try (JsonParser json = JSON.createParser(manifest)) {
      check.read(json);
    } catch (JsonProcessingException broken) {
      throw new Refused("manifest.json is not the JSON that it should be.");
    }
    return check.summary();
  }

  private void read(JsonParser json) throws IOException, Refused {
    require(json.nextToken() == JsonToken.START_OBJECT, "is no object");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "auditEvents" -> events = named(json, "count");
        case "excluded" -> excluded = count(json);
        case "items" -> readItems(json);
        case "ledgerProofs" -> json.skipChildren();
        case "period" -> readTexts(json, "period.");
        case "totals" -> readTotals(json);
        case "clientId", "format", "knownAt" -> texts.put(field, text(json));
        default -> throw new Refused("manifest.json has a field \"%s\".".formatted(field));
      }
    }
    require(json.nextToken() == null, "goes on after its end");
  }

  private void readItems(JsonParser json) throws IOException, Refused {
    require(json.currentToken() == JsonToken.START_ARRAY, "has no list of items");
    while (json.nextToken() == JsonToken.START_OBJECT) {
      items++;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("files")) {
          require(value == JsonToken.START_ARRAY, "has an item without a list of files");
          while (json.nextToken() == JsonToken.START_OBJECT) {
            files++;
            fileBytes += named(json, "size");
          }
        } else {
          json.skipChildren();
        }
      }
    }
  }

  /** Reads an object that names an entry; returns one of its numbers. */
  private long named(JsonParser json, String number) throws IOException, Refused {
    require(json.currentToken() == JsonToken.START_OBJECT, "names a file without an object");
    String path = "";
    String sha256 = "";
    long size = -1;
    long wanted = -1;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals(number) && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        wanted = json.getLongValue();
      }
      switch (field) {
        case "path" -> path = text(json);
        case "sha256" -> sha256 = text(json);
        case "size" -> size = number(json);
        case "timeStamps" -> readTimeStamps(json);
        default -> json.skipChildren();
      }
    }
    name(path, size, sha256);
    return wanted;
  }

  private void readTimeStamps(JsonParser json) throws IOException, Refused {
    require(json.currentToken() == JsonToken.START_ARRAY, "has time stamps that are no list");
    while (json.nextToken() == JsonToken.START_OBJECT) {
      named(json, "size");
    }
  }

  private void name(String path, long size, String sha256) throws Refused {
    Entry entry = unnamed.remove(path);
    if (entry == null) {
      throw new Refused(
          "manifest.json names %s, which is not in the package, or names it twice."
              .formatted(path));
    }
    if (entry.size() != size || !entry.sha256().equals(sha256)) {
      throw new Refused("%s is not the file that manifest.json describes.".formatted(path));
    }
  }

  private void readTotals(JsonParser json) throws IOException, Refused {
    require(json.currentToken() == JsonToken.START_OBJECT, "has no totals");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      totals.put(field, number(json));
    }
  }

  private void readTexts(JsonParser json, String prefix) throws IOException, Refused {
    require(json.currentToken() == JsonToken.START_OBJECT, "has no " + prefix);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      texts.put(prefix + field, text(json));
    }
  }

  private static long count(JsonParser json) throws IOException, Refused {
    require(json.currentToken() == JsonToken.START_ARRAY, "has no list of what was left out");
    long count = 0;
    while (json.nextToken() == JsonToken.START_OBJECT) {
      json.skipChildren();
      count++;
    }
    return count;
  }

  private static String text(JsonParser json) throws IOException, Refused {
    require(json.currentToken() == JsonToken.VALUE_STRING, "has something else than a text");
    return json.getText();
  }

  private static long number(JsonParser json) throws IOException, Refused {
    require(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "has something else than a number");
    return json.getLongValue();
  }

  private static void require(boolean holds, String otherwise) throws Refused {
    if (!holds) {
      throw new Refused("manifest.json " + otherwise + ".");
    }
  }

  private Verdict.Summary summary() throws Refused {
    require(FORMAT.equals(texts.get("format")), "is not of the format " + FORMAT);
    if (!unnamed.isEmpty()) {
      throw new Refused(
          "%s is in the package and not in manifest.json."
              .formatted(unnamed.keySet().stream().sorted().findFirst().orElseThrow()));
    }
    Map<String, Long> counted =
        Map.of("bytes", fileBytes, "excluded", excluded, "files", files, "items", items);
    require(counted.equals(totals), "has other totals than what it lists comes to");
    return new Verdict.Summary(
        said("clientId"),
        said("period.from"),
        said("period.to"),
        said("knownAt"),
        items,
        files,
        excluded,
        fileBytes,
        events);
  }

  private String said(String what) throws Refused {
    String text = texts.get(what);
    if (text == null) {
      throw new Refused("manifest.json does not say its %s.".formatted(what));
    }
    return text;
  }
}
