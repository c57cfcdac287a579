package dev.assay.evidence.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Adds drills and what becomes of them; nothing is ever changed or taken away. */
@ApplicationScoped
class DrillLedger {

  /** The unique key decides between two replicas that keep the same schedule. */
  private static final String ASK =
      """
      insert into evidence_drill
        (id, sample_size, seed, control_id, period_from, period_to, as_of, asked_by, asked_at,
         begins_on, due_at)
      values (:id, :size, :seed, :control, :from, :to, :asOf, :by, :at, :beginsOn, :dueAt)
      on conflict do nothing
      """;

  private static final String DRAW =
      """
      insert into evidence_drill_draw (drill_id, algorithm, population, population_sha256, at)
      values (:drill, :algorithm, :population, :sha256, :at)
      on conflict do nothing
      """;
  private static final String PICK =
      """
      insert into evidence_drill_pick (drill_id, position, file_id)
      select :drill, position, cast(file as uuid)
      from jsonb_array_elements_text(cast(:files as jsonb)) with ordinality as p (file, position)
      """;

  /** Whoever fetched it first is believed. */
  private static final String CHECK =
      """
      insert into evidence_drill_check
        (drill_id, position, file_id, expected_locked_until, findings, seen_size, seen_sha256,
         seen_locked_until, time_stamp, at)
      select :drill, c.position, c.file, c.expected, c.findings, c.size, c.sha256, c.locked,
             c.stamp, :at
      from jsonb_to_recordset(cast(:checks as jsonb)) as c (
        position int, file uuid, expected timestamptz, findings text, size bigint, sha256 text,
        locked timestamptz, stamp text)
      on conflict do nothing
      """;

  private static final String END =
      """
      insert into evidence_drill_result
        (drill_id, outcome, ended_at, document, sha256, signature, key_id, public_key, evidence_id,
         file_id)
      values (:drill, :outcome, :at, :document, :sha256, :signature, :keyId, :publicKey, :evidence,
              :file)
      """;
  private static final String DOCUMENT =
      "select document from evidence_drill_result where drill_id = :drill";

  private final Session session;
  private final ObjectMapper json;

  DrillLedger(Session session, ObjectMapper json) {
    this.session = session;
    this.json = json;
  }

  /**
   * Enters a drill.
   *
   * @return false when the schedule's drill of that day is there already
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean ask(NewDrill drill) {
    DrillScope scope = drill.scope();
    NewDrill.Due due = drill.due();
    return session
            .createNativeMutationQuery(ASK)
            .setParameter("id", drill.id())
            .setParameter("size", drill.sampleSize())
            .setParameter("seed", drill.seed())
            .setParameter("control", scope.controlId(), String.class)
            .setParameter("from", scope.periodFrom(), LocalDate.class)
            .setParameter("to", scope.periodTo(), LocalDate.class)
            .setParameter("asOf", scope.asOf())
            .setParameter("by", drill.askedBy())
            .setParameter("at", drill.askedAt())
            .setParameter("beginsOn", due == null ? null : due.beginsOn(), LocalDate.class)
            .setParameter("dueAt", due == null ? null : due.dueAt(), Instant.class)
            .executeUpdate()
        == 1;
  }

  /**
   * Takes down what was drawn.
   *
   * @return false when it is drawn already
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean draw(UUID drill, Draw.Drawn drawn, Instant at) {
    boolean first =
        session
                .createNativeMutationQuery(DRAW)
                .setParameter("drill", drill)
                .setParameter("algorithm", Draw.ALGORITHM)
                .setParameter("population", drawn.population())
                .setParameter("sha256", drawn.populationSha256())
                .setParameter("at", at)
                .executeUpdate()
            == 1;
    if (first) {
      session
          .createNativeMutationQuery(PICK)
          .setParameter("drill", drill)
          .setParameter("files", write(drawn.files()))
          .executeUpdate();
    }
    return first;
  }

  /** Takes down what was seen of some files, in one statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  void check(UUID drill, List<Checked> checks, Instant at) {
    session
        .createNativeMutationQuery(CHECK)
        .setParameter("drill", drill)
        .setParameter("checks", write(checks.stream().map(DrillLedger::row).toList()))
        .setParameter("at", at)
        .executeUpdate();
  }

  private static Map<String, Object> row(Checked check) {
    Map<String, Object> row = new TreeMap<>();
    row.put("position", check.pick().position());
    row.put("file", check.pick().file());
    row.put("expected", check.pick().lockedUntil().toString());
    row.put(
        "findings", check.findings().stream().map(Finding::name).collect(Collectors.joining(",")));
    Seen seen = check.seen();
    if (seen.size() != null) {
      row.put("size", seen.size());
    }
    if (seen.sha256() != null) {
      row.put("sha256", seen.sha256());
    }
    if (seen.lockedUntil() != null) {
      row.put("locked", seen.lockedUntil().toString());
    }
    row.put("stamp", check.timeStamp());
    return row;
  }

  /**
   * Ends a drill; a second end fails on the key, and with it all that its transaction entered.
   *
   * @param document what was signed, word for word
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void end(UUID drill, Drill.Result result, String document) {
    Signed signed = result.signed();
    session
        .createNativeMutationQuery(END)
        .setParameter("drill", drill)
        .setParameter("outcome", result.outcome().name())
        .setParameter("at", result.at())
        .setParameter("document", document)
        .setParameter("sha256", signed.sha256())
        .setParameter("signature", signed.signature())
        .setParameter("keyId", signed.keyId())
        .setParameter("publicKey", signed.publicKey())
        .setParameter("evidence", result.evidenceId())
        .setParameter("file", result.fileId())
        .executeUpdate();
  }

  /** The signed document of a drill that has ended. */
  @Transactional(Transactional.TxType.MANDATORY)
  String document(UUID drill) {
    return session
        .createNativeQuery(DOCUMENT, String.class)
        .setParameter("drill", drill)
        .getSingleResult();
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("plain values are JSON", unwritable);
    }
  }
}
