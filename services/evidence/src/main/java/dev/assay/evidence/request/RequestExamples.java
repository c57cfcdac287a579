package dev.assay.evidence.request;

/** Examples of the OpenAPI document. */
final class RequestExamples {

  private static final String FIELDS =
      """
      "id":"01932f3e-6a00-7c40-8a53-000000000011","clientId":"01932f3e-6a00-7c40-8a53-00000000000a","controlId":"AM-04","title":"User list for the third quarter","asked":"All users of the ERP with their roles, as of the quarter's last day, with the query.","periodFrom":"2026-07-01","periodTo":"2026-09-30","assigneePersonId":"01932f3e-6a00-7c40-8a53-0000000000c1","dueOn":"2026-12-04","timeZone":"America/New_York","dueUntil":"2026-12-05T05:00:00Z","state":"SUBMITTED","overdue":false,"asOf":"2026-11-23T10:15:30.000Z","version":2,"raisedBy":"00000000-0000-4000-8000-000000000003","raisedAt":"2026-11-23T10:15:29.001Z"\
      """;

  static final String REQUEST = "{" + FIELDS + "}";

  static final String PAGE = "{\"items\":[" + REQUEST + "],\"nextCursor\":null}";

  static final String DETAIL =
      "{"
          + FIELDS
          + """
          ,"steps":[{"step":0,"state":"OPEN","at":"2026-11-23T10:15:29.001Z","by":"00000000-0000-4000-8000-000000000003","byPersonId":"01932f3e-6a00-7c40-8a53-0000000000c2"},{"step":1,"state":"SUBMITTED","at":"2026-11-23T10:15:30.000Z","by":"00000000-0000-4000-8000-000000000006","byPersonId":"01932f3e-6a00-7c40-8a53-0000000000c1","reason":"As of 30 September."}],"terms":[{"number":1,"assigneePersonId":"01932f3e-6a00-7c40-8a53-0000000000c1","dueOn":"2026-12-04","setAt":"2026-11-23T10:15:29.001Z","setBy":"00000000-0000-4000-8000-000000000003"}],"evidence":[{"step":1,"evidenceId":"01932f3e-6a00-7c40-8a53-000000000001","files":1,"sealedFiles":1}],"verdict":{"counts":false,"blockers":["NOT_ACCEPTED"]}}
          """;

  static final String NEW =
      """
      {"controlId":"AM-04","title":"User list for the third quarter","asked":"All users of the ERP with their roles, as of the quarter's last day, with the query.","periodFrom":"2026-07-01","periodTo":"2026-09-30","assigneePersonId":"01932f3e-6a00-7c40-8a53-0000000000c1","dueOn":"2026-12-04"}
      """;

  static final String COMMENT =
      """
      {"id":"01932f3e-6a00-7c40-8a53-000000000021","text":"Is the list of the leavers needed too?","by":"00000000-0000-4000-8000-000000000006","byPersonId":"01932f3e-6a00-7c40-8a53-0000000000c1","at":"2026-11-23T10:15:30.000Z"}
      """;

  private RequestExamples() {}
}
