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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.filter.FilteringGeneratorDelegate;
import tools.jackson.core.filter.TokenFilter;

/**
 * Writes a fact without the members whose names are sensitive, at any depth and with any
 * serializer. Raw JSON is read and written again. Instances are used by one thread.
 */
final class FactGenerator extends FilteringGeneratorDelegate {

	private static final int MAX_NAMED = 10;

	private final Members members;

	FactGenerator(JsonGenerator generator, SensitiveNames sensitive) {
		this(generator, new Members(sensitive));
	}

	private FactGenerator(JsonGenerator generator, Members members) {
		super(generator, members, TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true);
		this.members = members;
	}

	/**
	 * Return the names of the members that were left out.
	 * @return the first ten names, empty if everything was written
	 */
	List<String> omitted() {
		return this.members.omitted;
	}

	/**
	 * Record that a member was left out.
	 * @param name the name of the member
	 */
	void omit(String name) {
		this.members.omit(name);
	}

	@Override
	public JsonGenerator writeStartObject(@Nullable Object value) {
		check(value);
		return super.writeStartObject(value);
	}

	@Override
	public JsonGenerator writeStartObject(@Nullable Object value, int size) {
		check(value);
		return super.writeStartObject(value, size);
	}

	private static void check(@Nullable Object value) {
		if (value instanceof Map<?, ?> map && !map.isEmpty() && System.getenv().equals(map)) {
			throw new UnwritablePartException("holds the environment variables, which are never sent");
		}
	}

	// Raw JSON would bypass the filter and might not be JSON at all

	@Override
	public JsonGenerator writeRawValue(String json) {
		try (JsonParser parser = objectWriteContext().tokenStreamFactory()
			.createParser(ObjectReadContext.empty(), json)) {
			if (parser.nextToken() == null) {
				throw new UnwritablePartException("holds raw JSON that is empty");
			}
			copyCurrentStructureExact(parser);
			if (parser.nextToken() != null) {
				throw new UnwritablePartException("holds raw JSON with more than one value");
			}
		}
		return this;
	}

	@Override
	public JsonGenerator writeRawValue(String json, int offset, int length) {
		return writeRawValue(json.substring(offset, offset + length));
	}

	@Override
	public JsonGenerator writeRawValue(char[] json, int offset, int length) {
		return writeRawValue(new String(json, offset, length));
	}

	@Override
	protected boolean _checkRawValueWrite() {
		throw new UnwritablePartException("holds raw text");
	}

	// The delegate would bypass the filter

	@Override
	public JsonGenerator writePOJO(@Nullable Object pojo) {
		if (pojo == null) {
			return writeNull();
		}
		objectWriteContext().writeValue(this, pojo);
		return this;
	}

	private static final class Members extends TokenFilter {

		private final SensitiveNames sensitive;

		private final List<String> omitted = new ArrayList<>(0);

		Members(SensitiveNames sensitive) {
			this.sensitive = sensitive;
		}

		@Override
		public @Nullable TokenFilter includeProperty(String name) {
			if (!this.sensitive.contains(name)) {
				return this;
			}
			omit(name);
			return null;
		}

		private void omit(String name) {
			if (this.omitted.size() < MAX_NAMED && !this.omitted.contains(name)) {
				this.omitted.add(name);
			}
		}

		@Override
		public boolean includeEmptyArray(boolean contentsFiltered) {
			return true;
		}

		@Override
		public boolean includeEmptyObject(boolean contentsFiltered) {
			return true;
		}

	}

}
