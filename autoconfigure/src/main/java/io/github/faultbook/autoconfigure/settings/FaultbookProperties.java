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
	 * Whether Faultbook answers errors. If not, the application behaves as it does
	 * without Faultbook.
	 */
	private boolean enabled = true;

	/**
	 * Whether properties that do not exist stop the start instead of being named in the
	 * log.
	 */
	private boolean strict = false;

	/**
	 * Name of the JsonMapper bean that names and values in answers follow. By default the
	 * only or primary one.
	 */
	private @Nullable String jsonMapper;

	/**
	 * Name of the wire format in which errors are answered: a preset or a declared one.
	 */
	private String format = "problem-details";

	/**
	 * Wire formats by name, each the location of a JSON template or the template itself.
	 */
	private final Map<String, String> formats = new LinkedHashMap<>();

	/**
	 * Formats for some of the requests. The first rule that matches counts, the default
	 * is the last.
	 */
	private List<Rule> formatRules = new ArrayList<>();

	/**
	 * Codes of the catalog by fully qualified name of the exception class they stand for.
	 * Subclasses are included, the nearest class counts.
	 */
	private final Map<String, String> mappings = new LinkedHashMap<>();

	/**
	 * Packages to scan for enums with error codes, in addition to those of the
	 * application. Names of enums are possible, too.
	 */
	private List<String> codes = new ArrayList<>();

	/**
	 * Entries of the catalog by code: new ones, which need a status and a message, and
	 * other texts or another code for those that are declared or built in.
	 */
	private final Map<String, Entry> errors = new LinkedHashMap<>();

	/**
	 * Languages for which the application has texts, beside the built-in ones. By default
	 * those of the files that the message source reads.
	 */
	private List<Locale> languages = new ArrayList<>();

	/**
	 * Whether to give a body to responses that have an error status and none.
	 */
	private boolean fillEmptyResponses = true;

	/**
	 * Whether messages of sendError are sent below 500. Filters put texts of exceptions
	 * there. A reason of @ResponseStatus is sent in any case.
	 */
	private boolean sendErrorMessages = false;

	/**
	 * Whether browsers get the error pages of Spring Boot instead of the wire format.
	 */
	private boolean htmlPages = false;

	/**
	 * Whether clients that accept application/problem+json by name get problem details,
	 * whatever the format.
	 */
	private boolean problemDetailsOnRequest = false;

	private final Docs docs = new Docs();

	/**
	 * Whether to send the reasons and details that exceptions bring to errors of the
	 * server, such as that of a ResponseStatusException with status 500.
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
		 * URL under which each code has its page. The code is appended to it. Becomes the
		 * problem type of RFC 9457. By default the path of the pages, if they are served.
		 */
		private @Nullable String baseUrl;

		/**
		 * Whether to serve the catalog as HTML, Markdown and JSON.
		 */
		private boolean enabled = false;

		/**
		 * Path of the index of the catalog. The pages of the codes are below it.
		 */
		private String path = "/errors";

		/**
		 * Statuses below 400 that the API answers with, to be described beside the
		 * errors.
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

		public List<Integer> getSuccess() {
			return this.success;
		}

		public void setSuccess(List<Integer> success) {
			this.success = success;
		}

	}

	/**
	 * An entry of the catalog, or what is to be changed about one.
	 *
	 * @param status HTTP status, 400 to 599
	 * @param code code that clients see instead of the key
	 * @param title short name of the problem
	 * @param type problem type, an absolute or relative URI
	 * @param message text for clients, in which {name} stands for a parameter
	 * @param cause what usually leads to the error
	 * @param solution what the reader can do about it
	 * @param retry whether a client may send the request again
	 * @param retryDelay how long a client should wait before that
	 * @param parameters values that each occurrence carries
	 * @param facts constant facts that each occurrence carries, unless it has others of
	 * the same name
	 * @param since version of the API that introduced the entry
	 * @param deprecated since when and by what the entry is replaced
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
	 * @param description what it means
	 */
	public record Parameter(@Nullable String name, @Nullable ApiType type, @Nullable String description) {

	}

	/**
	 * Since when and by what an entry is replaced.
	 *
	 * @param since version of the API since which it is
	 * @param replacedBy code that replaces it
	 */
	public record Deprecated(@Nullable String since, @Nullable String replacedBy) {

	}

	/**
	 * Recording of request bodies.
	 */
	public static class BodyRecording {

		/**
		 * Whether to record JSON of up to 64 KB while it is read. If it is invalid, all
		 * problems are listed instead of only the first.
		 */
		private boolean enabled = true;

		/**
		 * Memory for the recordings of all requests together. Bodies that find no memory
		 * are not recorded.
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
	 * How much an answer may hold.
	 */
	public static class Limits {

		/**
		 * Number of violations that are listed.
		 */
		private int violations = 100;

		/**
		 * Length of each text, in characters.
		 */
		private int text = 2000;

		/**
		 * Size of the JSON of each fact that is not a plain value.
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
		 * Level at which errors with a status below 500, 501 or 505 are logged, without a
		 * stack trace.
		 */
		private LogLevel clientErrors = LogLevel.INFO;

		/**
		 * Level at which errors with a status of 500 and above are logged, with the stack
		 * trace, but for 501 and 505.
		 */
		private LogLevel serverErrors = LogLevel.ERROR;

		/**
		 * Levels by exception class, code or status. The class counts before the code,
		 * the code before the status.
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
	 * The OpenAPI description of the application.
	 */
	public static class Openapi {

		/**
		 * Whether to add the errors of each operation to the description that springdoc
		 * makes.
		 */
		private boolean enabled = true;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

	}

	/**
	 * The text that identifies a failed request in the answer and in the log.
	 */
	public static class Reference {

		/**
		 * Header that carries the reference. Empty to send none.
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
	 * A format for some of the requests: those that match everything the rule says.
	 */
	public static class Rule {

		/**
		 * Pattern for the path as the client sent it, such as /v1/**.
		 */
		private @Nullable String path;

		/**
		 * Media type that the client must accept by name, with the parameters given here.
		 */
		private @Nullable String accept;

		/**
		 * Header that the client must send: a name, or a name, a colon and a value.
		 */
		private @Nullable String header;

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
		 * invalid inputs are listed. By default that of the wire format for the former,
		 * 400 for the latter.
		 */
		private @Nullable Integer status;

		/**
		 * Codes of violations by constraint: the simple name of a built-in one, the fully
		 * qualified name of any, or a class, its field and the constraint, such as
		 * com.example.Order.email.Pattern.
		 */
		private final Map<String, String> codes = new LinkedHashMap<>();

		/**
		 * Whether violations tell the regular expression they do not match.
		 */
		private boolean exposePatterns = false;

		private final RejectedValues rejectedValues = new RejectedValues();

		/**
		 * Whose fault it is if a value is invalid that no handler takes, such as an
		 * argument of a service. Classes annotated with @ClientInput are always the
		 * client's.
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
		 * Whose fault an invalid value is.
		 */
		public enum ServiceViolations {

			/**
			 * The client sent it: it is told what is wrong.
			 */
			CLIENT,

			/**
			 * The server made it: the error is an internal one.
			 */
			SERVER

		}

	}

	/**
	 * Rejected values in violations.
	 */
	public static class RejectedValues {

		/**
		 * Whether violations carry the value that was rejected, if it is a plain one and
		 * not secret.
		 */
		private boolean enabled = false;

		/**
		 * Names whose values are secret, beside the built-in ones. Case and separators do
		 * not matter, longer names that contain one count.
		 */
		private List<String> maskedNames = new ArrayList<>();

		/**
		 * Length of each value, in characters.
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
