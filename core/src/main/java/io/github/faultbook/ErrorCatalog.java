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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The errors of an API: the built-in entries and the application's own, checked when the
 * catalog is created. Catalogs are immutable and safe for use by several threads.
 */
public final class ErrorCatalog {

	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

	private final Map<String, ErrorCode> entries;

	private final Map<String, ErrorCode> configured;

	private final Map<Integer, ErrorCode> byStatus = new HashMap<>();

	/**
	 * Create a catalog of entries that have been checked.
	 * @param entries the entries by the code that clients see
	 * @param configured the configured variants of declared entries, by the declared code
	 */
	ErrorCatalog(Map<String, ErrorCode> entries, Map<String, ErrorCode> configured) {
		this.entries = Collections.unmodifiableMap(entries);
		this.configured = Map.copyOf(configured);
		for (CommonError error : CommonError.values()) {
			this.byStatus.putIfAbsent(error.definition().status(), configured(error));
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
	 * @throws FaultbookConfigurationException if an entry is not valid; it lists all
	 * findings
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
	 * Create a catalog and report problems rather than throw an exception.
	 * @param entries the application's entries; a {@link ConfiguredError} takes the place
	 * of the entry that it configures
	 * @param findings the list to add findings to
	 * @return the catalog of the built-in entries and the given ones, without entries
	 * that have no code, no definition or a code that is already used
	 */
	public static ErrorCatalog of(Collection<? extends ErrorCode> entries, List<Finding> findings) {
		return new CatalogAssembly(findings).assemble(entries);
	}

	/**
	 * Check whether an entry has a code and a definition, without which it cannot be in a
	 * catalog.
	 * @param entry the entry
	 * @param findings the list to add findings to
	 * @return whether it has both
	 */
	public static boolean isComplete(ErrorCode entry, List<Finding> findings) {
		return new EntryCheck(entry, findings).isComplete();
	}

	/**
	 * Return whether a text may be the code of an error or of a violation.
	 * @param text the text
	 * @return whether the text consists of lower case letters and digits, with single
	 * underscores between words
	 */
	public static boolean isCode(String text) {
		return CODE.matcher(text).matches();
	}

	/**
	 * Return all entries, including changes made by the configuration.
	 * @return the built-in entries, then the application's, each in order of declaration
	 */
	public Collection<ErrorCode> entries() {
		return this.entries.values();
	}

	/**
	 * Find an entry.
	 * @param code the code that clients see, or the code under which the entry was
	 * declared
	 * @return the entry, or {@code null} if there is none
	 */
	public @Nullable ErrorCode find(String code) {
		ErrorCode entry = this.entries.get(code);
		return (entry != null) ? entry : this.configured.get(code);
	}

	/**
	 * Return an entry that is not available as a constant.
	 * @param code the code that clients see, or the code under which the entry was
	 * declared
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
	 * Return the configured variant of an entry.
	 * @param declared the entry as the application declared it
	 * @return the configured entry, or the declared one if the configuration does not
	 * mention it
	 */
	public ErrorCode configured(ErrorCode declared) {
		if (this.configured.isEmpty()) {
			return declared;
		}
		String code = declared.code();
		return (this.entries.get(code) != declared) ? this.configured.getOrDefault(code, declared) : declared;
	}

	/**
	 * Return an error as an occurrence of its configured entry.
	 * @param error the error
	 * @return the same occurrence of the configured entry, or the error itself
	 */
	public ApiError configured(ApiError error) {
		ErrorCode entry = configured(error.errorCode());
		return (entry != error.errorCode()) ? error.as(entry) : error;
	}

	/**
	 * Return the entry that stands for a status, for failures with a known status only.
	 * @param status the status; a status below 400 or above 599 counts as 500
	 * @return the built-in entry; for a status without one, an entry with a code from the
	 * reason phrase or, without a phrase, such as {@code http_499}
	 */
	public ErrorCode forStatus(int status) {
		ErrorCode entry = this.byStatus.get((status < 400 || status > 599) ? 500 : status);
		return (entry != null) ? entry : new StatusError(status);
	}

	/**
	 * An entry for a status that has no built-in entry.
	 *
	 * @param status the status
	 */
	private record StatusError(int status) implements ErrorCode {

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
