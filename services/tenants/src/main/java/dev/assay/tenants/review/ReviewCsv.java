package dev.assay.tenants.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A review's lines as comma-separated values (RFC 4180). A cell that a spreadsheet would run as a
 * formula begins with an apostrophe, since names and reasons are other people's words.
 */
final class ReviewCsv {

  private static final String HEAD =
      "review_id,coverage,listed_at,sha256,grant_id,person_id,name,subject,role,valid_from,"
          + "valid_until,granted_by,granted_at,approved_by,approved_at,decision,change_to,reason,"
          + "decided_by,decided_at,independent,remove_by,ended_at";

  private ReviewCsv() {}

  static String of(AccessReviewResponse review, List<ReviewLine> lines) {
    return Stream.concat(
            Stream.of(HEAD), lines.stream().map(line -> row(review, line.line(), line)))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String row(
      AccessReviewResponse review, Population.Line line, ReviewLine reviewed) {
    ReviewLine.Decided decided = reviewed.decided();
    return Stream.of(
            cell(review.id()),
            cell(review.coverage()),
            cell(review.population().runAt()),
            cell(review.population().sha256()),
            cell(line.grantId()),
            cell(line.personId()),
            cell(reviewed.name()),
            cell(line.subject()),
            cell(line.role()),
            cell(line.validFrom()),
            cell(line.validUntil()),
            cell(line.grantedBy()),
            cell(line.grantedAt()),
            cell(line.approvedBy()),
            cell(line.approvedAt()),
            cell(decided == null ? null : decided.decision()),
            cell(decided == null ? null : decided.changeTo()),
            cell(decided == null ? null : decided.reason()),
            cell(decided == null ? null : decided.by()),
            cell(decided == null ? null : decided.at()),
            cell(decided == null ? null : decided.independent()),
            cell(decided == null ? null : decided.removeBy()),
            cell(reviewed.endedAt()))
        .collect(Collectors.joining(","));
  }

  static String cell(@Nullable Object value) {
    String text = Objects.toString(value, "");
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
