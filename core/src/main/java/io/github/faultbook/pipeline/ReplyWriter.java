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

package io.github.faultbook.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes an error as headers and bytes. If the format fails, it is tried again without
 * facts, then as the 500 of the catalog.
 */
final class ReplyWriter {

	/**
	 * Headers that describe the body or the connection: ours, whatever an exception says.
	 */
	private static final Set<String> RESERVED = caseInsensitive("Content-Type", "Content-Length", "Content-Encoding",
			"Content-Disposition", "Content-Range", "Transfer-Encoding", "Connection", "Trailer", "Upgrade");

	private static final WireFormat LAST_RESORT = new LastResortFormat();

	private final ApiError internal;

	private final @Nullable String referenceHeader;

	private final @Nullable String vary;

	/**
	 * Create a writer.
	 * @param internal stands in for what cannot be written
	 * @param referenceHeader the header with the reference, or {@code null} for none
	 * @param vary the header of requests by which the format is chosen, or {@code null}
	 */
	ReplyWriter(ApiError internal, @Nullable String referenceHeader, @Nullable String vary) {
		this.internal = internal;
		this.referenceHeader = referenceHeader;
		this.vary = vary;
	}

	private static Set<String> caseInsensitive(String... names) {
		Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		set.addAll(List.of(names));
		return set;
	}

	/**
	 * Write an error.
	 * @param error the error
	 * @param request the request that failed
	 * @param format the format, or {@code null} if none could be chosen
	 * @param failures where to add why the error could not be written as it is
	 * @return the answer, and the error that it holds
	 */
	Written write(ApiError error, ErrorRequest request, @Nullable WireFormat format, List<Throwable> failures) {
		WireFormat chosen = (format != null) ? format : LAST_RESORT;
		try {
			return reply(error, request, chosen);
		}
		catch (Throwable ex) {
			failures.add(ex);
		}
		try {
			return reply(error.toBuilder().rendered(error.message()).facts(Map.of()).build(), request, chosen);
		}
		catch (Throwable ex) {
			failures.add(ex);
		}
		try {
			return reply(this.internal, request, chosen);
		}
		catch (Throwable ex) {
			failures.add(ex);
			return new Written(this.internal,
					new ErrorReply(this.internal.status(), Map.of("Content-Type", List.of(LAST_RESORT.contentType())),
							LAST_RESORT.write(this.internal, request)));
		}
	}

	private Written reply(ApiError error, ErrorRequest request, WireFormat format) {
		byte[] body = Objects.requireNonNull(format.write(error, request), "The format wrote no body");
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.put("Cache-Control", List.of("no-store"));
		headers.put("X-Content-Type-Options", List.of("nosniff"));
		format.headers(error, request).forEach((name, value) -> put(headers, name, List.of(value)));
		error.headers().forEach((name, values) -> put(headers, name, values));
		headers.put("Content-Type", List.of(format.contentType()));
		Long retryAfter = error.retryAfterSeconds();
		if (retryAfter != null) {
			headers.put("Retry-After", List.of(retryAfter.toString()));
		}
		if (this.vary != null) {
			headers.put("Vary", List.of(this.vary));
		}
		if (this.referenceHeader != null) {
			headers.put(this.referenceHeader, List.of(request.reference()));
		}
		return new Written(error, new ErrorReply(error.status(), headers, body));
	}

	private static void put(Map<String, List<String>> headers, String name, List<String> values) {
		if (isToken(name) && !RESERVED.contains(name)) {
			List<String> lines = new ArrayList<>(values.size());
			for (String value : values) {
				lines.add(singleLine(value));
			}
			headers.put(name, lines);
		}
	}

	private static boolean isToken(String name) {
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c <= ' ' || c >= 0x7f || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
				return false;
			}
		}
		return !name.isEmpty();
	}

	/**
	 * Replace what no header value may hold. Characters beyond Latin-1 are replaced, too:
	 * a server that cuts them to a byte would turn some of them into line breaks.
	 * @param value the value
	 * @return the value in one line of Latin-1
	 */
	private static String singleLine(String value) {
		StringBuilder line = null;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (Character.isISOControl(c) || c > 0xff) {
				line = (line != null) ? line : new StringBuilder(value);
				line.setCharAt(i, Character.isISOControl(c) ? ' ' : '?');
			}
		}
		return (line != null) ? line.toString() : value;
	}

	/**
	 * What was written.
	 *
	 * @param error the error that the answer holds
	 * @param reply the answer
	 */
	record Written(ApiError error, ErrorReply reply) {

	}

}
