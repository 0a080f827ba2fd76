/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.ApiType;
import io.github.faultbook.Retry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.logging.LogLevel;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for Faultbook.
 */
@ConfigurationProperties("faultbook")
public class FaultbookProperties {

	/**
	 * Whether to let Faultbook handle errors. If disabled, the application behaves as
	 * without Faultbook.
	 */
	private boolean enabled = true;

	/**
	 * Whether unknown properties make the start fail instead of being logged as a
	 * warning.
	 */
	private boolean strict = false;

	/**
	 * Name of the JsonMapper bean whose rules apply to names and values in responses. By
	 * default, the only or primary one.
	 */
	private @Nullable String jsonMapper;

	/**
	 * Name of the wire format of error responses: a preset or a declared format.
	 */
	private String format = "problem-details";

	/**
	 * Wire formats by name, each the location of a JSON template or the template itself.
	 */
	private final Map<String, String> formats = new LinkedHashMap<>();

	/**
	 * Rules that select a format for some of the requests. The first rule that matches
	 * applies, else the default format.
	 */
	private List<Rule> formatRules = new ArrayList<>();

	/**
	 * Codes of the catalog by fully qualified name of the mapped exception class.
	 * Subclasses are included; the nearest class applies.
	 */
	private final Map<String, String> mappings = new LinkedHashMap<>();

	/**
	 * Whether to answer conflicts that the database reports, such as a duplicate key or a
	 * stale version, with 409, and rows that do not exist with 404. By default, they are
	 * server errors.
	 */
	private boolean databaseErrors = false;

	/**
	 * Codes of the catalog by the name of the violated constraint of the database.
	 */
	private final Map<String, String> constraints = new LinkedHashMap<>();

	/**
	 * Packages to scan for enums with error codes, in addition to the packages of the
	 * application. Names of enums are supported, too.
	 */
	private List<String> codes = new ArrayList<>();

	/**
	 * Entries of the catalog by code. New entries need a status and a message; for
	 * declared and built-in entries, texts and codes can be changed.
	 */
	private final Map<String, Entry> errors = new LinkedHashMap<>();

	/**
	 * Languages for which the application has texts, in addition to the built-in ones. By
	 * default, the languages of the files that the message source reads.
	 */
	private List<Locale> languages = new ArrayList<>();

	/**
	 * Whether to add a body to error responses without one.
	 */
	private boolean fillEmptyResponses = true;

	/**
	 * Whether a stream of server-sent events that fails ends with an event of the type
	 * error, whose data is the body of the error. Otherwise, the connection is closed in
	 * the middle of the stream.
	 */
	private boolean errorEvents = true;

	/**
	 * Whether to send the messages of sendError for statuses below 500. Filters often
	 * pass the text of an exception. The reason of @ResponseStatus is always sent.
	 */
	private boolean sendErrorMessages = false;

	/**
	 * Whether to send the error pages of Spring Boot to browsers instead of the wire
	 * format.
	 */
	private boolean htmlPages = false;

	/**
	 * Whether to answer exceptions that leave the dispatcher, sendError and exceptions of
	 * filters before they reach the error page of the container. Off if the application
	 * has its own ErrorController.
	 */
	private boolean guardResponses = true;

	/**
	 * Whether to send problem details, regardless of the format, to clients that
	 * explicitly accept application/problem+json.
	 */
	private boolean problemDetailsOnRequest = false;

	private final Docs docs = new Docs();

	/**
	 * Whether to send the reasons, types and details of exceptions that lead to a server
	 * error, such as a ResponseStatusException with status 500.
	 */
	private boolean serverErrorDetails;

	private final BodyRecording bodyRecording = new BodyRecording();

	private final Limits limits = new Limits();

	private final Log log = new Log();

	private final Openapi openapi = new Openapi();

	private final Reference reference = new Reference();

	private final Validation validation = new Validation();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public boolean isStrict() {
		return this.strict;
	}

	public void setStrict(boolean strict) {
		this.strict = strict;
	}

	public @Nullable String getJsonMapper() {
		return this.jsonMapper;
	}

	public void setJsonMapper(@Nullable String jsonMapper) {
		this.jsonMapper = jsonMapper;
	}

	public String getFormat() {
		return this.format;
	}

	public void setFormat(String format) {
		this.format = format;
	}

	public Map<String, String> getFormats() {
		return this.formats;
	}

	public List<Rule> getFormatRules() {
		return this.formatRules;
	}

	public void setFormatRules(List<Rule> formatRules) {
		this.formatRules = formatRules;
	}

	public Map<String, String> getMappings() {
		return this.mappings;
	}

	public boolean isDatabaseErrors() {
		return this.databaseErrors;
	}

	public void setDatabaseErrors(boolean databaseErrors) {
		this.databaseErrors = databaseErrors;
	}

	public Map<String, String> getConstraints() {
		return this.constraints;
	}

	public List<String> getCodes() {
		return this.codes;
	}

	public void setCodes(List<String> codes) {
		this.codes = codes;
	}

	public Map<String, Entry> getErrors() {
		return this.errors;
	}

	public List<Locale> getLanguages() {
		return this.languages;
	}

	public void setLanguages(List<Locale> languages) {
		this.languages = languages;
	}

	public boolean isFillEmptyResponses() {
		return this.fillEmptyResponses;
	}

	public void setFillEmptyResponses(boolean fillEmptyResponses) {
		this.fillEmptyResponses = fillEmptyResponses;
	}

	public boolean isErrorEvents() {
		return this.errorEvents;
	}

	public void setErrorEvents(boolean errorEvents) {
		this.errorEvents = errorEvents;
	}

	public boolean isSendErrorMessages() {
		return this.sendErrorMessages;
	}

	public void setSendErrorMessages(boolean sendErrorMessages) {
		this.sendErrorMessages = sendErrorMessages;
	}

	public boolean isHtmlPages() {
		return this.htmlPages;
	}

	public void setHtmlPages(boolean htmlPages) {
		this.htmlPages = htmlPages;
	}

	public boolean isGuardResponses() {
		return this.guardResponses;
	}

	public void setGuardResponses(boolean guardResponses) {
		this.guardResponses = guardResponses;
	}

	public boolean isProblemDetailsOnRequest() {
		return this.problemDetailsOnRequest;
	}

	public void setProblemDetailsOnRequest(boolean problemDetailsOnRequest) {
		this.problemDetailsOnRequest = problemDetailsOnRequest;
	}

	public Docs getDocs() {
		return this.docs;
	}

	public boolean isServerErrorDetails() {
		return this.serverErrorDetails;
	}

	public void setServerErrorDetails(boolean serverErrorDetails) {
		this.serverErrorDetails = serverErrorDetails;
	}

	public BodyRecording getBodyRecording() {
		return this.bodyRecording;
	}

	public Limits getLimits() {
		return this.limits;
	}

	public Log getLog() {
		return this.log;
	}

	public Openapi getOpenapi() {
		return this.openapi;
	}

	public Reference getReference() {
		return this.reference;
	}

	public Validation getValidation() {
		return this.validation;
	}

	/**
	 * Documentation of the catalog.
	 */
	public static class Docs {

		/**
		 * Base URL of the documentation pages, to which the code is appended. It is used
		 * for the problem type of RFC 9457. By default, the path of the pages if they are
		 * served.
		 */
		private @Nullable String baseUrl;

		/**
		 * Base URL of the API in the code samples. By default, the base URL of the pages
		 * without their path if it has a host. Without either, the samples have an
		 * example address, which a browser replaces with that of the page.
		 */
		private @Nullable String apiUrl;

		/**
		 * Name of the API in the documentation. By default, spring.application.name.
		 */
		private @Nullable String title;

		/**
		 * Codes that the API never responds with, which the index leaves out. Their pages
		 * still exist.
		 */
		private List<String> hidden = new ArrayList<>();

		/**
		 * Whether to serve the catalog as HTML, Markdown, JSON and TypeScript.
		 */
		private boolean enabled = false;

		/**
		 * Path of the index of the catalog, under which each code has its page.
		 */
		private String path = "/errors";

		/**
		 * Statuses below 400 that the API responds with, to be documented in addition to
		 * the errors.
		 */
		private List<Integer> success = new ArrayList<>();

		public @Nullable String getBaseUrl() {
			return this.baseUrl;
		}

		public void setBaseUrl(@Nullable String baseUrl) {
			this.baseUrl = baseUrl;
		}

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public String getPath() {
			return this.path;
		}

		public void setPath(String path) {
			this.path = path;
		}

		public @Nullable String getApiUrl() {
			return this.apiUrl;
		}

		public void setApiUrl(@Nullable String apiUrl) {
			this.apiUrl = apiUrl;
		}

		public @Nullable String getTitle() {
			return this.title;
		}

		public void setTitle(@Nullable String title) {
			this.title = title;
		}

		public List<String> getHidden() {
			return this.hidden;
		}

		public void setHidden(List<String> hidden) {
			this.hidden = hidden;
		}

		public List<Integer> getSuccess() {
			return this.success;
		}

		public void setSuccess(List<Integer> success) {
			this.success = success;
		}

	}

	/**
	 * A new entry of the catalog, or changes to an existing one.
	 *
	 * @param status HTTP status, 400 to 599
	 * @param code code that clients see instead of the key
	 * @param title short name of the problem
	 * @param type problem type, an absolute or relative URI
	 * @param message text for clients, in which {name} stands for a parameter
	 * @param cause what usually leads to the error
	 * @param solution what the reader can do about it
	 * @param retry whether a client may send the request again
	 * @param retryDelay how long a client should wait before a retry
	 * @param parameters values that each occurrence carries
	 * @param facts constant facts that each occurrence carries unless it has facts of the
	 * same name
	 * @param since version of the API that introduced the entry
	 * @param deprecated deprecation of the entry
	 * @param internal whether the entry is left out of everything that is published
	 */
	public record Entry(@Nullable Integer status, @Nullable String code, @Nullable String title, @Nullable String type,
			@Nullable String message, @Nullable String cause, @Nullable String solution, @Nullable Retry retry,
			@Nullable Duration retryDelay, @DefaultValue List<Parameter> parameters,
			@DefaultValue Map<String, Object> facts, @Nullable String since, @Nullable Deprecated deprecated,
			@Nullable Boolean internal) {

	}

	/**
	 * A value that each occurrence of an error carries.
	 *
	 * @param name name as clients see it
	 * @param type type of the value
	 * @param description meaning of the value
	 * @param example realistic value for the documentation, an array or object as JSON
	 */
	public record Parameter(@Nullable String name, @Nullable ApiType type, @Nullable String description,
			@Nullable String example) {

	}

	/**
	 * Deprecation of an entry.
	 *
	 * @param since version of the API that deprecated the entry
	 * @param replacedBy code that replaces it
	 */
	public record Deprecated(@Nullable String since, @Nullable String replacedBy) {

	}

	/**
	 * Recording of request bodies.
	 */
	public static class BodyRecording {

		/**
		 * Whether to record JSON of up to 64 KB while it is read, so that all problems of
		 * invalid JSON can be listed instead of only the first.
		 */
		private boolean enabled = true;

		/**
		 * Memory for the recordings of all requests together. Bodies are not recorded
		 * once it is used up.
		 */
		private DataSize memory = DataSize.ofMegabytes(16);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public DataSize getMemory() {
			return this.memory;
		}

		public void setMemory(DataSize memory) {
			this.memory = memory;
		}

	}

	/**
	 * Limits for the content of responses.
	 */
	public static class Limits {

		/**
		 * Maximum number of listed violations.
		 */
		private int violations = 100;

		/**
		 * Maximum length of each text, in characters.
		 */
		private int text = 2000;

		/**
		 * Maximum size of the JSON of each fact that is not a plain value.
		 */
		private DataSize fact = DataSize.ofKilobytes(8);

		public int getViolations() {
			return this.violations;
		}

		public void setViolations(int violations) {
			this.violations = violations;
		}

		public int getText() {
			return this.text;
		}

		public void setText(int text) {
			this.text = text;
		}

		public DataSize getFact() {
			return this.fact;
		}

		public void setFact(DataSize fact) {
			this.fact = fact;
		}

	}

	/**
	 * Logging of errors.
	 */
	public static class Log {

		/**
		 * Level for errors with a status below 500, for 501 and 505, and for asynchronous
		 * requests that time out, which are logged without a stack trace.
		 */
		private LogLevel clientErrors = LogLevel.INFO;

		/**
		 * Level for all other errors, which are logged with the stack trace.
		 */
		private LogLevel serverErrors = LogLevel.ERROR;

		/**
		 * Levels by exception class, code or status. The class takes precedence over the
		 * code, and the code over the status.
		 */
		private final Map<String, LogLevel> levels = new LinkedHashMap<>();

		private final Storm storm = new Storm();

		public Map<String, LogLevel> getLevels() {
			return this.levels;
		}

		public Storm getStorm() {
			return this.storm;
		}

		public LogLevel getClientErrors() {
			return this.clientErrors;
		}

		public void setClientErrors(LogLevel clientErrors) {
			this.clientErrors = clientErrors;
		}

		public LogLevel getServerErrors() {
			return this.serverErrors;
		}

		public void setServerErrors(LogLevel serverErrors) {
			this.serverErrors = serverErrors;
		}

	}

	/**
	 * The log in a storm of errors.
	 */
	public static class Storm {

		/**
		 * Whether to count errors instead of logging them if there are very many.
		 */
		private boolean enabled = true;

		/**
		 * Number of errors of each code and exception class that are logged in a period.
		 */
		private int entries = 100;

		/**
		 * Period at whose end a line says how many more errors there were.
		 */
		private Duration period = Duration.ofMinutes(1);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public int getEntries() {
			return this.entries;
		}

		public void setEntries(int entries) {
			this.entries = entries;
		}

		public Duration getPeriod() {
			return this.period;
		}

		public void setPeriod(Duration period) {
			this.period = period;
		}

	}

	/**
	 * OpenAPI description of the application.
	 */
	public static class Openapi {

		/**
		 * Whether to add the errors of each operation to the description that springdoc
		 * generates.
		 */
		private boolean enabled = true;

		/**
		 * Whether each code has a schema of its own, in which the code is a constant and
		 * its facts have types, or all codes share the schema of the format.
		 */
		private Schemas schemas = Schemas.PER_CODE;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public Schemas getSchemas() {
			return this.schemas;
		}

		public void setSchemas(Schemas schemas) {
			this.schemas = schemas;
		}

		/**
		 * Schemas of errors.
		 */
		public enum Schemas {

			/**
			 * A schema for each code, so that generated clients know the code and the
			 * types of its facts. Some of them reject codes that they do not know.
			 */
			PER_CODE,

			/**
			 * One schema for all codes of a format.
			 */
			PER_FORMAT

		}

	}

	/**
	 * Reference, which identifies a failed request in the response and in the log.
	 */
	public static class Reference {

		/**
		 * Header that carries the reference, or empty to send none.
		 */
		private String header = "X-Error-Reference";

		public String getHeader() {
			return this.header;
		}

		public void setHeader(String header) {
			this.header = header;
		}

	}

	/**
	 * Rule that selects a format for the requests that match all of its conditions.
	 */
	public static class Rule {

		/**
		 * Pattern for the path as the client sent it, such as /v1/**.
		 */
		private @Nullable String path;

		/**
		 * Media type that the client must accept explicitly, with the given parameters.
		 */
		private @Nullable String accept;

		/**
		 * Header that the client must send: a name, or a name, a colon and a value.
		 */
		private @Nullable String header;

		/**
		 * Version of the API that the request must be for, such as 1.0, in an application
		 * with the API versioning of Spring.
		 */
		private @Nullable String version;

		/**
		 * Name of the format.
		 */
		private @Nullable String format;

		public @Nullable String getPath() {
			return this.path;
		}

		public void setPath(@Nullable String path) {
			this.path = path;
		}

		public @Nullable String getAccept() {
			return this.accept;
		}

		public void setAccept(@Nullable String accept) {
			this.accept = accept;
		}

		public @Nullable String getHeader() {
			return this.header;
		}

		public void setHeader(@Nullable String header) {
			this.header = header;
		}

		public @Nullable String getVersion() {
			return this.version;
		}

		public void setVersion(@Nullable String version) {
			this.version = version;
		}

		public @Nullable String getFormat() {
			return this.format;
		}

		public void setFormat(@Nullable String format) {
			this.format = format;
		}

	}

	/**
	 * Validation failures.
	 */
	public static class Validation {

		/**
		 * Status of validation failures of every kind, and of malformed requests whose
		 * invalid inputs are listed. By default, the status of the wire format for the
		 * former and 400 for the latter.
		 */
		private @Nullable Integer status;

		/**
		 * Codes of violations by constraint: the simple name of a built-in constraint,
		 * the fully qualified name of any constraint, or a class, its field and the
		 * constraint, such as com.example.Order.email.Pattern.
		 */
		private final Map<String, String> codes = new LinkedHashMap<>();

		/**
		 * Whether to include the regular expression in violations of a pattern.
		 */
		private boolean exposePatterns = false;

		private final RejectedValues rejectedValues = new RejectedValues();

		/**
		 * Who is responsible for invalid values outside of handlers, such as arguments of
		 * services. Clients are always responsible for classes annotated
		 * with @ClientInput.
		 */
		private ServiceViolations serviceViolations = ServiceViolations.SERVER;

		public @Nullable Integer getStatus() {
			return this.status;
		}

		public void setStatus(@Nullable Integer status) {
			this.status = status;
		}

		public Map<String, String> getCodes() {
			return this.codes;
		}

		public boolean isExposePatterns() {
			return this.exposePatterns;
		}

		public void setExposePatterns(boolean exposePatterns) {
			this.exposePatterns = exposePatterns;
		}

		public RejectedValues getRejectedValues() {
			return this.rejectedValues;
		}

		public ServiceViolations getServiceViolations() {
			return this.serviceViolations;
		}

		public void setServiceViolations(ServiceViolations serviceViolations) {
			this.serviceViolations = serviceViolations;
		}

		/**
		 * The party that is responsible for an invalid value.
		 */
		public enum ServiceViolations {

			/**
			 * The client sent the value, so the violation is sent to it.
			 */
			CLIENT,

			/**
			 * The server created the value, so the error is an internal one.
			 */
			SERVER

		}

	}

	/**
	 * Rejected values in violations.
	 */
	public static class RejectedValues {

		/**
		 * Whether to include rejected values in violations if they are plain and not
		 * secret.
		 */
		private boolean enabled = false;

		/**
		 * Names of secret values, in addition to the built-in ones. Case and separators
		 * do not matter, and longer names that contain one of these names match, too.
		 */
		private List<String> maskedNames = new ArrayList<>();

		/**
		 * Maximum length of each value, in characters.
		 */
		private int maxLength = 100;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public List<String> getMaskedNames() {
			return this.maskedNames;
		}

		public void setMaskedNames(List<String> maskedNames) {
			this.maskedNames = maskedNames;
		}

		public int getMaxLength() {
			return this.maxLength;
		}

		public void setMaxLength(int maxLength) {
			this.maxLength = maxLength;
		}

	}

}
