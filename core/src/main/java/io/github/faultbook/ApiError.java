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

package io.github.faultbook;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An occurrence of an error as immutable data, ready to be written in any format.
 * Everything in it may be sent to clients.
 */
public final class ApiError {

	private final ErrorCode errorCode;

	private final int status;

	private final String title;

	private final boolean ownTitle;

	private final @Nullable URI type;

	private final String message;

	private final boolean ownMessage;

	/**
	 * Whether the message was given rather than rendered from the entry.
	 */
	private final boolean rendered;

	private final Map<String, Object> facts;

	private final List<Violation> violations;

	private final int omittedViolations;

	private final Map<String, List<String>> headers;

	private final @Nullable Duration retryAfter;

	private final Map<Locale, Texts> translations;

	private ApiError(Builder builder) {
		ErrorDefinition definition = builder.errorCode.definition();
		this.errorCode = builder.errorCode;
		this.status = builder.status;
		this.facts = builder.facts;
		this.ownTitle = builder.ownTitle;
		this.title = (builder.title != null) ? builder.title : titleOf(this.errorCode);
		this.type = (builder.type != null) ? builder.type : definition.type();
		this.ownMessage = builder.ownMessage;
		this.rendered = builder.message != null;
		this.message = (builder.message != null) ? builder.message
				: MessageTemplate.render(definition.message(), this.facts);
		this.violations = builder.violations;
		this.omittedViolations = builder.omittedViolations;
		this.headers = builder.headers;
		this.retryAfter = (builder.retryAfter != null) ? builder.retryAfter : definition.retryDelay();
		this.translations = builder.translations;
	}

	/**
	 * Create an error that has only the values of its catalog entry.
	 * @param errorCode the entry
	 * @return the error
	 */
	public static ApiError of(ErrorCode errorCode) {
		return new Builder(errorCode).build();
	}

	/**
	 * Create an error from an exception that knows its entry.
	 * @param fault the exception
	 * @return the error
	 */
	public static ApiError of(ApiFault fault) {
		return builder(fault.errorCode()).message(fault.clientMessage())
			.facts(fault.facts())
			.violations(fault.violations())
			.headers(fault.headers())
			.retryAfter(fault.retryAfter())
			.build();
	}

	/**
	 * Start an error with the status, title and message of the entry.
	 * @param errorCode the entry
	 * @return a builder
	 */
	public static Builder builder(ErrorCode errorCode) {
		return new Builder(errorCode);
	}

	private static Map<String, Object> copyFacts(Map<String, Object> constants, Map<String, Object> facts) {
		if (facts.isEmpty()) {
			return constants;
		}
		Map<String, Object> copy = new LinkedHashMap<>(constants);
		copy.putAll(facts);
		copy.remove(null);
		copy.values().removeIf(Objects::isNull);
		return Collections.unmodifiableMap(copy);
	}

	private static Map<String, List<String>> copyHeaders(Map<String, List<String>> headers) {
		if (headers.isEmpty()) {
			return Map.of();
		}
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach((name, values) -> copy.merge(name, List.copyOf(values),
				(first, second) -> Stream.concat(first.stream(), second.stream()).toList()));
		return Collections.unmodifiableMap(copy);
	}

	private static String titleOf(ErrorCode errorCode) {
		String title = errorCode.definition().title();
		if (title != null) {
			return title;
		}
		String words = errorCode.declared().code().replace('_', ' ');
		return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/**
	 * Return a builder that starts with the values of this error.
	 * @return a builder
	 */
	public Builder toBuilder() {
		Builder builder = new Builder(this.errorCode, Map.of());
		builder.status = this.status;
		builder.title = this.title;
		builder.ownTitle = this.ownTitle;
		builder.type = this.type;
		builder.message = this.rendered ? this.message : null;
		builder.ownMessage = this.ownMessage;
		builder.facts = this.facts;
		builder.violations = this.violations;
		builder.omittedViolations = this.omittedViolations;
		builder.headers = this.headers;
		builder.retryAfter = this.retryAfter;
		builder.translations = this.translations;
		return builder;
	}

	/**
	 * Return this occurrence as an occurrence of another entry. Values that come from its
	 * entry are replaced by the values of the other entry; its own values are kept.
	 * @param other the other entry
	 * @return the error
	 */
	ApiError as(ErrorCode other) {
		ErrorDefinition definition = this.errorCode.definition();
		Builder builder = new Builder(other);
		Map<String, Object> facts = new LinkedHashMap<>(this.facts);
		definition.facts().forEach(facts::remove);
		builder.status = (this.status != definition.status()) ? this.status : builder.status;
		builder.title = this.ownTitle ? this.title : null;
		builder.ownTitle = this.ownTitle;
		builder.type = Objects.equals(this.type, definition.type()) ? null : this.type;
		builder.message(this.ownMessage ? this.message : null);
		builder.facts(facts);
		builder.violations = this.violations;
		builder.omittedViolations = this.omittedViolations;
		builder.headers = this.headers;
		builder.retryAfter = Objects.equals(this.retryAfter, definition.retryDelay()) ? null : this.retryAfter;
		return builder.build();
	}

	/**
	 * Return the catalog entry, including changes made by the configuration.
	 * @return the entry; {@link ErrorCode#declared()} can be compared with a constant
	 */
	public ErrorCode errorCode() {
		return this.errorCode;
	}

	public String code() {
		return this.errorCode.code();
	}

	public int status() {
		return this.status;
	}

	/**
	 * Return the reason phrase of the status (RFC 9110, section 15).
	 * @return the phrase, or {@code HTTP} and the status if no phrase is registered
	 */
	public String reason() {
		return ReasonPhrases.get(this.status);
	}

	public String title() {
		return this.title;
	}

	/**
	 * Return whether this occurrence has a title of its own rather than the title of the
	 * entry.
	 * @return whether the title is not the title of the entry
	 */
	public boolean hasOwnTitle() {
		return this.ownTitle;
	}

	/**
	 * Return the problem type of this occurrence or its entry (RFC 9457, section 3.1.1).
	 * @return the type, or {@code null} for the page of the code
	 */
	public @Nullable URI type() {
		return this.type;
	}

	public String message() {
		return this.message;
	}

	/**
	 * Return whether this occurrence has a message of its own rather than the message of
	 * the entry.
	 * @return whether the message is not the message of the entry
	 */
	public boolean hasOwnMessage() {
		return this.ownMessage;
	}

	public Map<String, Object> facts() {
		return this.facts;
	}

	public List<Violation> violations() {
		return this.violations;
	}

	/**
	 * Return how many violations were found but are not listed.
	 * @return the number beyond the limit, 0 if all are listed
	 */
	public int omittedViolations() {
		return this.omittedViolations;
	}

	/**
	 * Return the headers to send with the response.
	 * @return the values by case-insensitive name
	 */
	public Map<String, List<String>> headers() {
		return this.headers;
	}

	/**
	 * Return how long a client should wait before it sends the request again.
	 * @return the delay, or {@code null} if unknown
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Return the delay as it is sent to clients.
	 * @return whole seconds, rounded up, or {@code null} if unknown
	 */
	public @Nullable Long retryAfterSeconds() {
		if (this.retryAfter == null) {
			return null;
		}
		if (this.retryAfter.isNegative()) {
			return 0L;
		}
		long seconds = this.retryAfter.getSeconds();
		return (this.retryAfter.getNano() > 0 && seconds < Long.MAX_VALUE) ? seconds + 1 : seconds;
	}

	/**
	 * Return the title and the message in the further languages that the format asks for.
	 * @return the texts by language; texts of this occurrence itself are not translated
	 */
	public Map<Locale, Texts> translations() {
		return this.translations;
	}

	/**
	 * Return the title and the message in one of these languages.
	 * @param language the language
	 * @return the texts, which are those of this occurrence as far as it has its own or
	 * there are no others
	 */
	public Texts texts(Locale language) {
		Texts found = this.translations.get(language);
		return new Texts((found == null || this.ownTitle) ? this.title : found.title(),
				(found == null || this.ownMessage) ? this.message : found.message());
	}

	@Override
	public String toString() {
		return this.status + " " + code();
	}

	/**
	 * The title and the message of an error in one language.
	 *
	 * @param title the title
	 * @param message the message
	 */
	public record Texts(String title, String message) {

	}

	/**
	 * Builder for an {@link ApiError}. Values that are not set are taken from the entry.
	 */
	public static final class Builder {

		private final ErrorCode errorCode;

		private int status;

		private @Nullable String title;

		private boolean ownTitle;

		private @Nullable URI type;

		private @Nullable String message;

		private boolean ownMessage;

		/**
		 * The constant facts of the entry, which setting other facts does not remove.
		 */
		private final Map<String, Object> constants;

		private Map<String, Object> facts;

		private List<Violation> violations = List.of();

		private int omittedViolations;

		private Map<String, List<String>> headers = Map.of();

		private @Nullable Duration retryAfter;

		private Map<Locale, Texts> translations = Map.of();

		private Builder(ErrorCode errorCode) {
			this(errorCode, errorCode.definition().facts());
		}

		private Builder(ErrorCode errorCode, Map<String, Object> constants) {
			this.errorCode = errorCode;
			this.status = errorCode.definition().status();
			this.constants = constants;
			this.facts = constants;
		}

		/**
		 * Set a status that differs from the status of the entry.
		 * @param status the status, 400 to 599
		 * @return this builder
		 */
		public Builder status(int status) {
			if (status < 400 || status > 599) {
				throw new IllegalArgumentException("An error has a status from 400 to 599, not " + status);
			}
			this.status = status;
			return this;
		}

		public Builder title(String title) {
			this.title = title;
			this.ownTitle = true;
			return this;
		}

		/**
		 * Set the title as it is sent, for example translated or shortened. This does not
		 * give the occurrence a title of its own.
		 * @param title the text
		 * @return this builder
		 */
		public Builder renderedTitle(String title) {
			this.title = title;
			return this;
		}

		/**
		 * Set a problem type that differs from the type of the entry.
		 * @param type the type, or {@code null} for the type of the entry
		 * @return this builder
		 */
		public Builder type(@Nullable URI type) {
			this.type = type;
			return this;
		}

		/**
		 * Set the text for clients.
		 * @param message the text, or {@code null} for the message of the entry
		 * @return this builder
		 */
		public Builder message(@Nullable String message) {
			this.message = message;
			this.ownMessage = message != null;
			return this;
		}

		/**
		 * Set the message as it is sent, for example translated or shortened. This does
		 * not give the occurrence a message of its own.
		 * @param text the text to send
		 * @return this builder
		 */
		public Builder rendered(String text) {
			this.message = text;
			return this;
		}

		/**
		 * Set the facts, in the order they are sent. Constant facts of the entry come
		 * first, unless this builder started with the values of an error.
		 * @param facts values by name; facts without a name or a value are left out
		 * @return this builder
		 */
		public Builder facts(Map<String, Object> facts) {
			this.facts = copyFacts(this.constants, facts);
			return this;
		}

		/**
		 * Set one fact and keep the others.
		 * @param name the name
		 * @param value the value
		 * @return this builder
		 */
		public Builder fact(String name, Object value) {
			Map<String, Object> extended = new LinkedHashMap<>(this.facts);
			extended.put(name, value);
			return facts(extended);
		}

		/**
		 * Set the violations, in the order they are sent.
		 * @param violations the violations
		 * @return this builder
		 */
		public Builder violations(List<Violation> violations) {
			this.violations = List.copyOf(violations);
			return this;
		}

		/**
		 * Set how many violations were found beyond those listed.
		 * @param omitted the number
		 * @return this builder
		 */
		public Builder omittedViolations(int omitted) {
			this.omittedViolations = omitted;
			return this;
		}

		/**
		 * Set the headers.
		 * @param headers values by name, in any case
		 * @return this builder
		 */
		public Builder headers(Map<String, List<String>> headers) {
			this.headers = copyHeaders(headers);
			return this;
		}

		/**
		 * Add one header and keep the others.
		 * @param name the name
		 * @param value the value
		 * @return this builder
		 */
		public Builder header(String name, String value) {
			Map<String, List<String>> extended = new LinkedHashMap<>(this.headers);
			List<String> values = new ArrayList<>(extended.getOrDefault(name, List.of()));
			values.add(value);
			extended.put(name, values);
			return headers(extended);
		}

		/**
		 * Set how long a client should wait before it sends the request again.
		 * @param delay the delay, or {@code null} for the delay of the entry
		 * @return this builder
		 */
		public Builder retryAfter(@Nullable Duration delay) {
			this.retryAfter = delay;
			return this;
		}

		/**
		 * Set the title and the message in further languages.
		 * @param translations the texts by language
		 * @return this builder
		 */
		public Builder translations(Map<Locale, Texts> translations) {
			this.translations = Map.copyOf(translations);
			return this;
		}

		public ApiError build() {
			return new ApiError(this);
		}

	}

}
