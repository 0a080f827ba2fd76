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

package io.github.faultbook.autoconfigure.docs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import io.github.faultbook.Retry;
import io.github.faultbook.documentation.DocumentationEntry;
import org.jspecify.annotations.Nullable;

/**
 * A query for entries of the index. Invalid parameters are ignored.
 *
 * @param search a part of the code, the title or the message, in lower case, or empty for
 * any
 * @param status a status such as {@code 404} or {@code 4xx}, or empty for any
 * @param retry the retry advice, or {@code null} for any
 * @param page the page, from 1
 */
record IndexQuery(String search, String status, @Nullable Retry retry, int page) {

	static final IndexQuery ALL = new IndexQuery("", "", null, 1);

	private static final int MAX_SEARCH = 100;

	private static final Pattern STATUS = Pattern.compile("[45](xx|\\d\\d)");

	private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");

	static IndexQuery of(PageRequest request) {
		String search = parameter(request, "q").strip();
		String status = parameter(request, "status");
		String page = parameter(request, "page");
		return new IndexQuery(search.substring(0, Math.min(search.length(), MAX_SEARCH)).toLowerCase(Locale.ROOT),
				STATUS.matcher(status).matches() ? status : "", retry(parameter(request, "retry")),
				PAGE.matcher(page).matches() ? Integer.parseInt(page) : 1);
	}

	private static String parameter(PageRequest request, String name) {
		String value = request.parameters().apply(name);
		return (value != null) ? value : "";
	}

	private static @Nullable Retry retry(String text) {
		for (Retry retry : Retry.values()) {
			if (retry.word().equals(text)) {
				return retry;
			}
		}
		return null;
	}

	List<DocumentationEntry> filter(List<DocumentationEntry> entries) {
		return (this.search.isEmpty() && this.status.isEmpty() && this.retry == null) ? entries
				: entries.stream().filter(this::matches).toList();
	}

	boolean matches(DocumentationEntry entry) {
		return hasStatus(entry.status()) && (this.retry == null || this.retry == entry.retry())
				&& (contains(entry.code()) || contains(entry.title()) || contains(entry.message()));
	}

	private boolean hasStatus(int status) {
		if (this.status.endsWith("xx")) {
			return status / 100 == this.status.charAt(0) - '0';
		}
		return this.status.isEmpty() || Integer.parseInt(this.status) == status;
	}

	private boolean contains(String text) {
		return text.toLowerCase(Locale.ROOT).contains(this.search);
	}

	/**
	 * Return the address of this query.
	 * @param page the page to request instead
	 * @param language the language to request, or {@code null} to leave the choice to the
	 * browser
	 * @return the query string with its question mark, or an empty text
	 */
	String toAddress(int page, @Nullable Locale language) {
		StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
		add(query, "q", this.search);
		add(query, "status", this.status);
		add(query, "retry", (this.retry != null) ? this.retry.word() : "");
		add(query, "page", (page > 1) ? String.valueOf(page) : "");
		add(query, "lang", (language != null) ? language.toLanguageTag() : "");
		return query.toString();
	}

	private static void add(StringJoiner query, String name, String value) {
		if (!value.isEmpty()) {
			query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
		}
	}

}
