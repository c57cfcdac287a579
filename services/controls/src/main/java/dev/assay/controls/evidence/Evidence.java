package dev.assay.controls.evidence;

import static dev.assay.controls.ControlsProblem.EVIDENCE_NOT_SEALED;

import dev.assay.controls.deadline.Answer;
import dev.assay.controls.deadline.RequestDeadline;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.problem.ProblemType;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.OutsideTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks {@code evidence} with the caller's own token whether files are sealed. */
@ApplicationScoped
public class Evidence {

  private static final String SERVICE = "evidence";

  private final EvidenceApi evidence;
  private final RequestDeadline deadline;
  private final OutsideTransactions outside;
  private final Caller caller;

  Evidence(
      @RestClient EvidenceApi evidence,
      RequestDeadline deadline,
      OutsideTransactions outside,
      Caller caller) {
    this.evidence = evidence;
    this.deadline = deadline;
    this.outside = outside;
    this.caller = caller;
  }

  /**
   * Asks about all files at once; the answer is waited for when it is taken.
   *
   * @return the files with their digests, in the order asked; taking it throws 400 for files that
   *     the caller cannot see and 409 for those not sealed yet, naming each
   */
  public Supplier<List<SealedFile>> sealed(UUID clientId, List<FileRef> files) {
    outside.require(SERVICE);
    String bearer = "Bearer " + caller.token().raw();
    List<Answer<FileAnswer>> answers =
        files.stream()
            .map(
                file ->
                    deadline.ask(
                        SERVICE,
                        () -> evidence.file(bearer, clientId, file.evidenceId(), file.fileId())))
            .toList();
    return () -> take(files, answers);
  }

  private static List<SealedFile> take(List<FileRef> files, List<Answer<FileAnswer>> answers) {
    List<SealedFile> sealed = new ArrayList<>();
    List<FieldError> unknown = new ArrayList<>();
    List<FieldError> unsealed = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Optional<FileAnswer> answer = answers.get(i).find();
      String pointer = "/evidence/" + i;
      if (answer.isEmpty()) {
        unknown.add(new FieldError(pointer, "There is no such file that you may see."));
      } else if (!answer.get().sealed()) {
        unsealed.add(new FieldError(pointer, "This file is %s.".formatted(answer.get().state())));
      } else {
        sealed.add(
            new SealedFile(
                files.get(i).evidenceId(), files.get(i).fileId(), answer.get().sha256()));
      }
    }
    refuse(CommonProblem.INVALID_REQUEST, "Some files cannot be evidence here.", unknown);
    refuse(EVIDENCE_NOT_SEALED, "Some files are not sealed yet.", unsealed);
    return sealed;
  }

  private static void refuse(ProblemType type, String detail, List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw ProblemException.of(type, detail, errors);
    }
  }
}
