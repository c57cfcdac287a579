package dev.assay.tenants.bulk;

/** How a file says its rows. */
public enum ImportFormat {
  /** One JSON object a line. */
  NDJSON("application/x-ndjson"),

  /** RFC 4180 with a header; a column's name is the path of a field in the JSON. */
  CSV("text/csv");

  static final String NDJSON_TYPE = "application/x-ndjson";
  static final String CSV_TYPE = "text/csv";

  private final String mediaType;

  ImportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format of a body; the resource takes no other media types. */
  static ImportFormat of(String contentType) {
    return contentType.startsWith(CSV.mediaType) ? CSV : NDJSON;
  }
}
