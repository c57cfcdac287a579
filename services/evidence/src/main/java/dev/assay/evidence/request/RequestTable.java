package dev.assay.evidence.request;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Requests as comma-separated values (RFC 4180). A cell that a spreadsheet would run as a formula
 * begins with an apostrophe, since titles are other people's words.
 */
final class RequestTable {

  private static final String[] COLUMNS = {
    "request_id",
    "control_id",
    "title",
    "asked",
    "period_from",
    "period_to",
    "assignee_person_id",
    "due_on",
    "time_zone",
    "state",
    "overdue",
    "as_of",
    "raised_by",
    "raised_at",
    "series_id",
    "control_test_id"
  };

  /** Quotes only what needs it; by itself the library quotes whatever is long. */
  private static final ObjectWriter ROWS =
      CsvMapper.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build()
          .writer(schema());

  private RequestTable() {}

  static String of(List<RequestResponse> requests) {
    var text = new StringWriter();
    try (SequenceWriter rows = ROWS.writeValues(text)) {
      rows.write(COLUMNS);
      for (RequestResponse request : requests) {
        rows.write(row(request));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string takes every row", impossible);
    }
    return text.toString();
  }

  private static CsvSchema schema() {
    return CsvSchema.emptySchema().withLineSeparator("\r\n");
  }

  private static String[] row(RequestResponse request) {
    return new String[] {
      request.id().toString(),
      request.controlId(),
      harmless(request.title()),
      harmless(request.asked()),
      request.periodFrom().toString(),
      request.periodTo().toString(),
      request.assigneePersonId().toString(),
      request.dueOn().toString(),
      request.timeZone(),
      request.state().name(),
      Boolean.toString(request.overdue()),
      request.asOf().toString(),
      harmless(request.raisedBy()),
      request.raisedAt().toString(),
      Objects.toString(request.seriesId(), ""),
      Objects.toString(request.controlTestId(), "")
    };
  }

  private static String harmless(String text) {
    return text.matches("(?s)\\s*[=+\\-@].*") || text.startsWith("\t") ? "'" + text : text;
  }
}
