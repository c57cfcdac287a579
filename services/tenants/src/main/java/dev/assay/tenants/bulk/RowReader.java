package dev.assay.tenants.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.Pointers;
import dev.assay.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Reads rows as strictly as the operations for one client or person read their bodies. */
@ApplicationScoped
class RowReader {

  private final ObjectMapper json;

  /** A cell of CSV is text whatever it stands for. */
  private final ObjectMapper ofCells;

  private final Validator validator;

  RowReader(ObjectMapper json, Validator validator) {
    this.json = json;
    this.ofCells = json.copy();
    for (LogicalType scalar : List.of(LogicalType.Integer, LogicalType.Boolean)) {
      ofCells
          .coercionConfigFor(scalar)
          .setCoercion(CoercionInputShape.String, CoercionAction.TryConvert);
    }
    this.validator = validator;
  }

  RawRows open(ImportFormat format, InputStream in) throws IOException {
    return switch (format) {
      case NDJSON -> new NdjsonRows(in, json.reader());
      case CSV -> new CsvRows(in);
    };
  }

  /** What the row brings, or the problem that it has by itself. */
  ImportRow read(ImportFormat format, RawRow raw) {
    JsonNode row = raw.fields().orElse(null);
    if (row == null) {
      return new ImportRow.Unusable(
          raw.number(),
          null,
          null,
          ProblemException.of(
              CommonProblem.MALFORMED_BODY,
              "This row cannot be read; of CSV, none behind it can when a quote is not closed."));
    }
    ImportedType type = RowForm.typeIn(row);
    try {
      ObjectMapper mapper = format == ImportFormat.CSV ? ofCells : json;
      if (type == null) {
        throw ProblemException.invalid("/type", "A row is of type CLIENT or PERSON.");
      }
      return switch (type) {
        case CLIENT -> client(raw.number(), row, mapper);
        case PERSON -> person(raw.number(), row, mapper);
      };
    } catch (JsonProcessingException unreadable) {
      return new ImportRow.Unusable(
          raw.number(), type, RowForm.keyIn(row), Pointers.unreadable(unreadable));
    } catch (ProblemException broken) {
      return new ImportRow.Unusable(raw.number(), type, RowForm.keyIn(row), broken);
    }
  }

  private ImportRow client(int number, JsonNode row, ObjectMapper mapper)
      throws JsonProcessingException {
    var form = valid(mapper.treeToValue(row, RowForm.OfClient.class));
    return new ImportRow.OfClient(
        number,
        form.key(),
        form.client(),
        form.identifiers() == null
            ? List.of()
            : form.identifiers().stream().map(request -> request.identifier()).toList(),
        sha256(form));
  }

  private ImportRow person(int number, JsonNode row, ObjectMapper mapper)
      throws JsonProcessingException {
    var form = valid(mapper.treeToValue(row, RowForm.OfPerson.class));
    RowForm.Grant grant = form.grant();
    return new ImportRow.OfPerson(
        number,
        form.key(),
        form.person(),
        grant == null
            ? null
            : new ImportRow.Grant(
                grant.role(), grant.validFrom(), grant.validUntil(), grant.reason()),
        sha256(form));
  }

  private <T> T valid(T form) {
    Set<ConstraintViolation<T>> violations = validator.validate(form);
    if (!violations.isEmpty()) {
      throw ProblemException.of(
          CommonProblem.INVALID_REQUEST,
          "One or more fields break a rule.",
          violations.stream()
              .map(v -> new FieldError(Pointers.of(v.getPropertyPath()), v.getMessage()))
              .sorted(Comparator.comparing(FieldError::pointer))
              .toList());
    }
    return form;
  }

  /** Of what was understood, so that the same row in the other format is the same row. */
  private String sha256(Object form) throws JsonProcessingException {
    try {
      // A record's fields come in their declared order; nested objects are records too.
      byte[] canonical =
          json.writeValueAsString(json.convertValue(form, TreeMap.class))
              .getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
