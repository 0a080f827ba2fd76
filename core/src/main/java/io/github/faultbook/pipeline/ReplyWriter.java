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

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes an error as headers and bytes. If the format fails, the error is written without
 * facts, and then as the catalog's entry for status 500.
 */
final class ReplyWriter {

	private static final WireFormat LAST_RESORT = new LastResortFormat();

	private final ApiError internal;

	private final @Nullable String referenceHeader;

	private final @Nullable String vary;

	/**
	 * Create a writer.
	 * @param internal the error that replaces errors that cannot be written
	 * @param referenceHeader the header with the reference, or {@code null} for none
	 * @param vary the value of {@code Vary}, or {@code null} for none
	 */
	ReplyWriter(ApiError internal, @Nullable String referenceHeader, @Nullable String vary) {
		this.internal = internal;
		this.referenceHeader = referenceHeader;
		this.vary = vary;
	}

	/**
	 * Write an error.
	 * @param error the error
	 * @param format the format, or {@code null} if none could be chosen
	 * @param handling the failed request, which learns why the error could not be written
	 * as it is
	 * @return the answer, and the error that it holds
	 */
	Written write(ApiError error, @Nullable WireFormat format, Handling handling) {
		Written written = tryToWrite(error, format, handling);
		if (written == null) {
			written = tryToWrite(error.toBuilder().rendered(error.message()).facts(Map.of()).build(), format, handling);
		}
		if (written == null) {
			written = tryToWrite(this.internal, format, handling);
		}
		return (written != null) ? written : new Written(this.internal, format, lastResort(handling.request()));
	}

	private @Nullable Written tryToWrite(ApiError error, @Nullable WireFormat format, Handling handling) {
		WireFormat writer = (format != null) ? format : LAST_RESORT;
		return handling.<@Nullable Written>attempt(() -> new Written(error, format, reply(error, writer, handling)),
				null);
	}

	private ErrorReply lastResort(ErrorRequest request) {
		return new ErrorReply(this.internal.status(), Map.of("Content-Type", List.of(LAST_RESORT.contentType())),
				LAST_RESORT.write(this.internal, request), this.internal.status());
	}

	private ErrorReply reply(ApiError error, WireFormat format, Handling handling) {
		ErrorRequest request = handling.request();
		byte[] body = Objects.requireNonNull(format.write(error, request), "The format wrote no body");
		ReplyHeaders headers = new ReplyHeaders(handling);
		headers.set("Cache-Control", "no-store");
		headers.set("X-Content-Type-Options", "nosniff");
		headers.setAll(brought(format.headers(error, request), error.headers()));
		headers.set("Content-Type", format.contentType());
		Long retryAfter = error.retryAfterSeconds();
		if (retryAfter != null) {
			headers.set("Retry-After", retryAfter.toString());
		}
		if (this.vary != null) {
			headers.set("Vary", this.vary);
		}
		if (this.referenceHeader != null) {
			headers.set(this.referenceHeader, request.reference());
		}
		return new ErrorReply(format.status(error), headers.toMap(), body, error.status());
	}

	private static Map<String, List<String>> brought(Map<String, String> format, Map<String, List<String>> error) {
		if (format.isEmpty()) {
			return error;
		}
		Map<String, List<String>> brought = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		format.forEach((name, value) -> brought.put(name, List.of(value)));
		brought.putAll(error);
		return brought;
	}

	/**
	 * The result of writing an error.
	 *
	 * @param error the error that the answer holds
	 * @param format the format that was chosen, or {@code null} if none could be
	 * @param reply the answer
	 */
	record Written(ApiError error, @Nullable WireFormat format, ErrorReply reply) {

	}

}
