package dev.assay.evidence;

import dev.assay.http.problem.ProblemCatalog;
import dev.assay.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The problems that are this service's own. */
public enum EvidenceProblem implements ProblemType {
  DIGEST_DIFFERS(
      422,
      "The body is not what its digest says",
      "Something changed the file on its way, or the digest is of another file. Nothing was kept;"
          + " compute the SHA-256 anew and send the file again."),
  EMPTY_FILE(422, "The file has no bytes", "Send the file itself; an empty one shows nothing."),
  UPLOAD_CUT(400, "The body ended too soon", "Nothing was kept. Send the whole file again."),
  UPLOAD_IN_PROGRESS(
      409,
      "An upload with this Idempotency-Key is on its way",
      "Wait for its answer; then the same key repeats it."),
  BYTE_QUOTA_REACHED(
      409,
      "The client's byte quota is used up",
      "Evidence cannot be deleted before its date, so ask an MSP admin for a larger quota."),
  PART_NOT_OF_THIS_UPLOAD(
      422,
      "The upload has no part of this number",
      "The upload says how many parts it has; the first is number 1."),
  PART_SIZE_WRONG(
      422,
      "The part is too small or too large",
      "Every part but the last has the upload's partSize; the last one has the rest."),
  PART_DIFFERS(
      409,
      "The part came before with other bytes",
      "A part can be sent again, not changed. Abort this upload and begin another one."),
  PART_OUT_OF_ORDER(
      409,
      "Parts before this one are missing",
      "Send the part that is next. A few parts may be on their way at once, not more."),
  UPLOAD_INCOMPLETE(
      409,
      "Parts of the file are missing",
      "Send the parts from nextPart on, then complete the upload again."),
  UPLOADS_SATURATED(
      503, "Too many uploads are on their way", "Nothing was kept. Try again shortly."),
  MEDIA_TYPE_DIFFERS(
      422,
      "The bytes are not what Content-Type says",
      "Send the file's own type, or application/octet-stream. Nothing was kept."),
  PERIOD_CLOSED(
      409,
      "The period is closed",
      "The audit of the year has concluded. Whoever must add evidence to it has the conclusion"
          + " taken back first."),
  NOT_THE_LATEST_VERSION(
      409,
      "The file already has a newer version",
      "Name the newest version of the file as the one to supersede."),
  FILE_NOT_READABLE(
      409,
      "This file cannot be given out",
      "Its state says why: it is not stored yet, never was, or is in quarantine."),
  REQUEST_STATE_FORBIDS(
      409,
      "The request's state does not allow this",
      "Read the request; its steps say where it stands and what may follow."),
  NOT_THE_ASSIGNEE(
      403,
      "Only the assignee answers a request",
      "Let its assignee submit, or have the request's terms name somebody else."),
  ACCEPTED_BY_ANOTHER(
      403,
      "Whoever gave evidence does not accept it",
      "Ask somebody who was not asked for it and entered none of it."),
  GIVEN_EVIDENCE_NOT_SEALED(
      409,
      "Some of the evidence has no sealed file",
      "Upload a file to each item that is named, wait until it is SEALED, then accept again."),
  TABLE_TOO_LONG(
      422, "The table would be too long", "Narrow the filter, or read the list page by page."),
  SERIES_HAS_ENDED(409, "The series has ended", "Begin another one, if more is to be asked for."),
  HOLD_RELEASE_ASKED(
      409,
      "The end of this hold has been asked for already",
      "Another person than the one who asked may agree; then it is lifted."),
  HOLD_RELEASE_NOT_ASKED(
      409,
      "Nobody has asked for the end of this hold",
      "One person asks for it, with a reason; another one agrees."),
  HOLD_NEEDS_ANOTHER_PERSON(
      409,
      "A hold is lifted by two people",
      "Somebody else must agree: whoever asked for the end cannot also grant it."),
  HOLD_LIFTED(
      409, "This hold is lifted", "Place a new one if the matter goes on; this one has ended."),
  EVIDENCE_DAMAGED(
      500,
      "The store does not hold what was sealed",
      "Nothing was given out. Report it with the request id: this must never happen."),
  PACKAGE_NOT_SEALED(
      409,
      "The audit package is not there to be read",
      "Its state says why: wait until it is SEALED, or ask for another one when it has FAILED."),
  PACKAGE_TOO_LARGE(
      422, "So much evidence does not fit into one package", "Ask for a shorter period."),
  RANGE_NOT_SATISFIABLE(
      416, "The package has no such bytes", "Content-Range says how many bytes it has.");

  private final int status;
  private final String title;
  private final String remedy;

  EvidenceProblem(int status, String title, String remedy) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }

  @ApplicationScoped
  static class Catalog implements ProblemCatalog {
    @Override
    public List<? extends ProblemType> types() {
      return List.of(EvidenceProblem.values());
    }
  }
}
