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
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * A form in which a page is served.
 */
enum Representation {

	HTML(MediaType.TEXT_HTML, null),

	JSON(MediaType.APPLICATION_JSON, ".json"),

	MARKDOWN(new MediaType("text", "markdown"), ".md");

	private static final int MAX_RANGES = 100;

	private final MediaType mediaType;

	private final @Nullable String extension;

	Representation(MediaType mediaType, @Nullable String extension) {
		this.mediaType = mediaType;
		this.extension = extension;
	}

	/**
	 * Return what an address ends with that asks for this form.
	 * @return the extension, or {@code null} if it has none
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
	 * Choose the form that a client prefers (RFC 9110, section 12.5.1). Among those it
	 * likes equally, one that it names wins over one that it only includes, and HTML wins
	 * over JSON over Markdown. Malformed ranges are passed over, and only the first
	 * {@value #MAX_RANGES} count.
	 * @param accept the value of {@code Accept}, or {@code null} if there is none
	 * @return the form, or {@code null} if the client accepts none
	 */
	static @Nullable Representation choose(@Nullable String accept) {
		if (accept == null || accept.isBlank()) {
			return HTML;
		}
		List<MediaType> accepted = parse(accept);
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

	private static List<MediaType> parse(String accept) {
		List<MediaType> accepted = new ArrayList<>();
		for (String range : MimeTypeUtils.tokenize(accept)) {
			try {
				accepted.add(MediaType.parseMediaType(range));
			}
			catch (InvalidMediaTypeException ex) {
				// The other ranges count
			}
			if (accepted.size() == MAX_RANGES) {
				break;
			}
		}
		return accepted;
	}

	/**
	 * Return how much a client likes this form: the quality of the range that names it
	 * best, and a little for how well it does.
	 * @param accepted what the client accepts
	 * @return a rank, 0 if it does not accept this form
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
