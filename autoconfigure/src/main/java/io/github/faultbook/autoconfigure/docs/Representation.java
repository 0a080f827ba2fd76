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

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.faultbook.autoconfigure.settings.AcceptHeader;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * A form in which a page is served.
 */
enum Representation {

	HTML(MediaType.TEXT_HTML, null),

	JSON(MediaType.APPLICATION_JSON, ".json"),

	MARKDOWN(new MediaType("text", "markdown"), ".md");

	private final MediaType mediaType;

	private final @Nullable String extension;

	Representation(MediaType mediaType, @Nullable String extension) {
		this.mediaType = mediaType;
		this.extension = extension;
	}

	/**
	 * Return the extension of addresses for this form.
	 * @return the extension, or {@code null} if there is none
	 */
	@Nullable String extension() {
		return this.extension;
	}

	/**
	 * Return the media type as it is sent.
	 * @return the value of {@code Content-Type}
	 */
	String contentType() {
		return (this == JSON) ? this.mediaType.toString()
				: new MediaType(this.mediaType, StandardCharsets.UTF_8).toString();
	}

	/**
	 * Choose the form that a client prefers (RFC 9110, section 12.5.1). Among equally
	 * preferred forms, an explicitly accepted one takes precedence over one that is
	 * included in a range, and HTML over JSON over Markdown. Malformed ranges are
	 * ignored.
	 * @param accept the value of {@code Accept}, or {@code null} if there is none
	 * @return the form, or {@code null} if the client accepts none
	 */
	static @Nullable Representation choose(@Nullable String accept) {
		if (accept == null || accept.isBlank()) {
			return HTML;
		}
		List<MediaType> accepted = AcceptHeader.parse(accept, MediaType::parseMediaType);
		if (accepted.isEmpty()) {
			return HTML;
		}
		Representation best = null;
		double bestRank = 0;
		for (Representation candidate : values()) {
			double rank = candidate.rank(accepted);
			if (rank > bestRank) {
				best = candidate;
				bestRank = rank;
			}
		}
		return best;
	}

	/**
	 * Return the rank of this form for a client: the quality of the most specific range,
	 * plus a small amount for its specificity.
	 * @param accepted the media ranges that the client accepts
	 * @return the rank, 0 if the client does not accept this form
	 */
	private double rank(List<MediaType> accepted) {
		int bestMatch = 0;
		double quality = 0;
		for (MediaType range : accepted) {
			int match = match(range);
			if (match > bestMatch || (match == bestMatch && match > 0 && range.getQualityValue() > quality)) {
				bestMatch = match;
				quality = range.getQualityValue();
			}
		}
		return (quality > 0) ? quality * 10_000 + bestMatch : 0;
	}

	private int match(MediaType range) {
		if (!range.includes(this.mediaType)) {
			return 0;
		}
		if (range.isWildcardType()) {
			return 1;
		}
		return range.isWildcardSubtype() ? 2 : 3;
	}

}
