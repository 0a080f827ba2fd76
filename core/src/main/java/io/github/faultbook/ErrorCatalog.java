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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Every error an API can answer: the built-in entries and the application's own, checked
 * when the catalog is created. Immutable and safe for use by several threads.
 */
public final class ErrorCatalog {

	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

	private static final Pattern CONFIGURED_CODE = Pattern.compile("[A-Za-z0-9_.-]+");

	private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

	private final Map<String, ErrorCode> entries;

	private final Map<String, ErrorCode> replaced;

	private final Map<Integer, ErrorCode> byStatus = new HashMap<>();

	/**
	 * Create a catalog of what was checked.
	 * @param entries the entries by the code that clients see
	 * @param replaced those that are not what was declared, by the declared code
	 */
	private ErrorCatalog(Map<String, ErrorCode> entries, Map<String, ErrorCode> replaced) {
		this.entries = Collections.unmodifiableMap(entries);
		this.replaced = Map.copyOf(replaced);
		for (CommonError error : CommonError.values()) {
			this.byStatus.putIfAbsent(error.definition().status(), effective(error));
		}
		for (int status = 400; status < 600; status++) {
			ErrorCode entry = find(ReasonPhrases.toCode(status));
			if (entry != null && entry.definition().status() == status && entry.definition().parameters().isEmpty()) {
				this.byStatus.putIfAbsent(status, entry);
			}
		}
	}

	/**
	 * Create a catalog of the built-in entries and the given ones.
	 * @param entries the application's entries
	 * @return the catalog
	 * @throws FaultbookConfigurationException if an entry is not valid; it lists them all
	 */
	public static ErrorCatalog of(Collection<? extends ErrorCode> entries) {
		List<Finding> findings = new ArrayList<>();
		ErrorCatalog catalog = of(entries, findings);
		if (!findings.isEmpty()) {
			throw new FaultbookConfigurationException(findings);
		}
		return catalog;
	}

	/**
	 * Create a catalog and report what is not valid rather than throw.
	 * @param entries the application's entries; a {@link ConfiguredError} takes the place
	 * of the entry it replaces
	 * @param findings where to add what is wrong
	 * @return the catalog of the built-in entries and the given ones, those excepted
	 * whose code is taken
	 */
	public static ErrorCatalog of(Collection<? extends ErrorCode> entries, List<Finding> findings) {
		Set<ErrorCode> distinct = new LinkedHashSet<>(List.of(CommonError.values()));
		distinct.addAll(entries);
		distinct.removeIf((entry) -> isUndefined(entry, findings));
		Map<String, ErrorCode> replaced = new LinkedHashMap<>();
		distinct.stream()
			.filter((entry) -> entry.declared() != entry)
			.forEach((entry) -> replaced.put(entry.declared().code(), entry));
		Map<String, ErrorCode> byCode = new LinkedHashMap<>();
		Map<String, ErrorCode> declared = new HashMap<>();
		distinct.removeIf((entry) -> entry.declared() != entry);
		for (ErrorCode entry : distinct) {
			ErrorCode other = declared.putIfAbsent(entry.code(), entry);
			ErrorCode effective = entry;
			if (other == null) {
				effective = replaced.getOrDefault(entry.code(), entry);
				other = byCode.putIfAbsent(effective.code(), effective);
			}
			if (other != null) {
				findings.add(new Finding(describe(effective),
						"the code '%s' is taken by %s.".formatted(effective.code(), describe(other)),
						"Give one of them another code: clients tell errors apart by it."));
			}
			check(effective, findings);
		}
		ErrorCatalog catalog = new ErrorCatalog(byCode, replaced);
		byCode.values().forEach((entry) -> catalog.checkSuccessor(entry, findings));
		return catalog.withSuccessors();
	}

	/**
	 * Return whether a text may be a code, be it that of an error or of a violation.
	 * @param text the text
	 * @return whether it is lower case letters and digits, with single underscores
	 * between words
	 */
	public static boolean isCode(String text) {
		return CODE.matcher(text).matches();
	}

	private static boolean isUndefined(ErrorCode entry, List<Finding> findings) {
		if (entry.definition() != null) {
			return false;
		}
		findings.add(new Finding(describe(entry), "definition() returns null.", "Return the definition of the entry."));
		return true;
	}

	private static void check(ErrorCode entry, List<Finding> findings) {
		ErrorDefinition definition = entry.definition();
		boolean configured = entry instanceof ConfiguredError;
		if (!(configured ? CONFIGURED_CODE.matcher(entry.code()).matches() : isCode(entry.code()))) {
			findings.add(new Finding(describe(entry), "the code '%s' is not valid.".formatted(entry.code()),
					configured ? "Use letters, digits, dots, hyphens and underscores."
							: "Use lower case letters and digits, with single underscores between words."));
		}
		if (definition.status() < 400 || definition.status() > 599) {
			findings.add(
					new Finding(describe(entry), "the status %d is not one of an error.".formatted(definition.status()),
							"Use a status from 400 to 599."));
		}
		checkRetry(entry, findings);
		checkTexts(entry, findings);
		checkParameters(entry, findings);
	}

	private static void checkRetry(ErrorCode entry, List<Finding> findings) {
		Duration delay = entry.definition().retryDelay();
		if (delay == null) {
			return;
		}
		if (delay.isNegative()) {
			findings.add(new Finding(describe(entry), "the retry delay %s is negative.".formatted(delay),
					"Use a delay of 0 or more."));
		}
		if (entry.definition().retry() == Retry.NEVER) {
			findings.add(new Finding(describe(entry), "it has a retry delay but must not be retried.",
					"Allow a retry, or remove the delay."));
		}
	}

	private static void checkTexts(ErrorCode entry, List<Finding> findings) {
		ErrorDefinition definition = entry.definition();
		if (definition.message().isBlank()) {
			findings.add(new Finding(describe(entry), "the message is empty.", "Say what went wrong, for clients."));
		}
		if (!isBalanced(definition.message())) {
			findings.add(new Finding(describe(entry), "the message has a brace without its other half.",
					"Write parameters as {name}."));
		}
		String title = definition.title();
		if (title != null && title.isBlank()) {
			findings.add(new Finding(describe(entry), "the title is empty.", "Name the problem, or leave it out."));
		}
		if (title != null && (!isBalanced(title) || !MessageTemplate.parameters(title).isEmpty())) {
			findings.add(new Finding(describe(entry), "the title has parameters, which are written as they are.",
					"Use parameters in the message: a title is the same in each occurrence."));
		}
	}

	private static boolean isBalanced(String text) {
		int open = 0;
		for (int i = 0; i < text.length() && open >= 0; i++) {
			open += (text.charAt(i) == '{') ? 1 : (text.charAt(i) == '}') ? -1 : 0;
		}
		return open == 0;
	}

	private static void checkParameters(ErrorCode entry, List<Finding> findings) {
		Set<String> declared = new LinkedHashSet<>();
		for (ErrorDefinition.Parameter parameter : entry.definition().parameters()) {
			if (!declared.add(parameter.name())) {
				findings.add(new Finding(describe(entry),
						"the parameter '%s' is declared twice.".formatted(parameter.name()), "Remove one of the two."));
			}
			if (!PARAMETER.matcher(parameter.name()).matches()) {
				findings.add(
						new Finding(describe(entry), "'%s' is not the name of a parameter.".formatted(parameter.name()),
								"Use letters, digits and underscores, such as invoice_id."));
			}
		}
		for (String used : MessageTemplate.parameters(entry.definition().message())) {
			if (!declared.contains(used)) {
				findings.add(new Finding(describe(entry),
						"the message uses {%s}, which is not a declared parameter.".formatted(used),
						(entry instanceof ConfiguredError) ? "Declare it under 'parameters' or correct the name."
								: "Declare it with parameter(\"%s\", ...) or correct the name.".formatted(used)));
			}
		}
	}

	private void checkSuccessor(ErrorCode entry, List<Finding> findings) {
		ErrorDefinition.Deprecation deprecation = entry.definition().deprecation();
		if (deprecation == null || deprecation.replacedBy() == null) {
			return;
		}
		ErrorCode successor = find(deprecation.replacedBy());
		if (successor == null) {
			findings.add(new Finding(describe(entry),
					"it is replaced by '%s', which is not in the catalog.".formatted(deprecation.replacedBy()),
					"Name the code of an entry."));
		}
		else if (successor.definition().deprecation() != null) {
			findings.add(new Finding(describe(entry),
					"it is replaced by '%s', which is deprecated itself.".formatted(deprecation.replacedBy()),
					"Name the entry that clients should use now."));
		}
	}

	/**
	 * Let deprecated entries name the code that clients see of their successors.
	 * @return this catalog, or a changed copy
	 */
	private ErrorCatalog withSuccessors() {
		if (this.replaced.isEmpty()) {
			return this;
		}
		Map<String, ErrorCode> changed = new HashMap<>(this.replaced);
		Map<String, ErrorCode> byCode = new LinkedHashMap<>(this.entries);
		byCode.replaceAll((code, entry) -> {
			ErrorDefinition.Deprecation deprecation = entry.definition().deprecation();
			ErrorCode successor = (deprecation != null && deprecation.replacedBy() != null)
					? find(deprecation.replacedBy()) : null;
			if (successor == null || successor.code().equals(deprecation.replacedBy())) {
				return entry;
			}
			ErrorCode renamed = new ConfiguredError(describe(entry), code,
					entry.definition().deprecated(deprecation.since(), successor.code()), entry.declared());
			changed.put(entry.declared().code(), renamed);
			return renamed;
		});
		return new ErrorCatalog(byCode, changed);
	}

	private static String describe(ErrorCode entry) {
		if (entry instanceof ConfiguredError configured) {
			return configured.place();
		}
		Class<?> type = (entry instanceof Enum<?> constant) ? constant.getDeclaringClass() : entry.getClass();
		return type.getName() + "." + entry.name();
	}

	/**
	 * Return all entries, as the configuration has them.
	 * @return the built-in entries, then the application's, each in order of declaration
	 */
	public Collection<ErrorCode> entries() {
		return this.entries.values();
	}

	/**
	 * Find an entry.
	 * @param code the code that clients see, or that under which the entry was declared
	 * @return the entry, or {@code null} if there is none
	 */
	public @Nullable ErrorCode find(String code) {
		ErrorCode entry = this.entries.get(code);
		return (entry != null) ? entry : this.replaced.get(code);
	}

	/**
	 * Return an entry, to throw one that is no constant.
	 * @param code the code that clients see, or that under which the entry was declared
	 * @return the entry
	 * @throws IllegalArgumentException if there is no such entry
	 */
	public ErrorCode get(String code) {
		ErrorCode entry = find(code);
		if (entry == null) {
			throw new IllegalArgumentException("The catalog has no code '" + code + "'");
		}
		return entry;
	}

	/**
	 * Return what the configuration has for an entry.
	 * @param entry the entry as it was declared
	 * @return the entry that replaces it, or the entry itself
	 */
	public ErrorCode effective(ErrorCode entry) {
		if (this.replaced.isEmpty()) {
			return entry;
		}
		String code = entry.code();
		return (this.entries.get(code) != entry) ? this.replaced.getOrDefault(code, entry) : entry;
	}

	/**
	 * Return what the configuration makes of an error.
	 * @param error the error
	 * @return the same occurrence of the entry that replaces its own, or the error itself
	 */
	public ApiError effective(ApiError error) {
		ErrorCode entry = effective(error.errorCode());
		return (entry != error.errorCode()) ? error.as(entry) : error;
	}

	/**
	 * Return the entry that stands for a status, for failures of which nothing but the
	 * status is known.
	 * @param status the status; one below 400 or above 599 counts as 500
	 * @return the built-in entry; for a status without one, an entry with a code from the
	 * reason phrase or, without a phrase, such as {@code http_499}
	 */
	public ErrorCode forStatus(int status) {
		ErrorCode entry = this.byStatus.get((status < 400 || status > 599) ? 500 : status);
		return (entry != null) ? entry : new StatusError(status);
	}

	/**
	 * An entry of which only the status is known.
	 *
	 * @param status the status
	 */
	private record StatusError(int status) implements ErrorCode {

		@Override
		public String name() {
			return "HTTP_" + this.status;
		}

		@Override
		public String code() {
			return ReasonPhrases.toCode(this.status);
		}

		@Override
		public ErrorDefinition definition() {
			String phrase = ReasonPhrases.find(this.status);
			return (phrase != null) ? ErrorDefinition.of(this.status, phrase + ".").title(phrase)
					: ErrorDefinition.of(this.status, "The request failed with status " + this.status + ".")
						.title("HTTP " + this.status);
		}

	}

}
