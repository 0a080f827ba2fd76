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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.util.RawValue;

/**
 * Makes facts safe to write: plain values stay, everything else becomes JSON by the
 * application's own mapper, and what is too large or cannot be serialized is left out.
 */
final class FactEncoder {

	private final ObjectWriter writer;

	private final ErrorLimits limits;

	FactEncoder(ObjectWriter writer, ErrorLimits limits) {
		this.writer = writer;
		this.limits = limits;
	}

	/**
	 * Encode facts.
	 * @param facts the facts
	 * @param failures where to add why a fact was left out
	 * @return strings, numbers, booleans and {@link RawValue}s
	 */
	Map<String, Object> encode(Map<String, Object> facts, List<Throwable> failures) {
		if (facts.isEmpty()) {
			return facts;
		}
		Map<String, Object> encoded = facts;
		for (Map.Entry<String, Object> fact : facts.entrySet()) {
			Object value = fact.getValue();
			Object safe = null;
			try {
				safe = encode(fact.getKey(), value);
			}
			catch (UnwritableFactException ex) {
				failures.add(ex);
			}
			if (safe != value) {
				encoded = (encoded != facts) ? encoded : new LinkedHashMap<>(facts);
				if (safe != null) {
					encoded.put(fact.getKey(), safe);
				}
				else {
					encoded.remove(fact.getKey());
				}
			}
		}
		return encoded;
	}

	private Object encode(String name, Object value) {
		if (value instanceof String text) {
			return this.limits.cut(text);
		}
		if (value instanceof Integer || value instanceof Long || value instanceof Boolean
				|| value instanceof RawValue) {
			return value;
		}
		LimitedOutput output = new LimitedOutput(this.limits.fact());
		try {
			this.writer.writeValue(output, value);
			return new RawValue(output.toString(StandardCharsets.UTF_8));
		}
		catch (Throwable ex) {
			throw new UnwritableFactException("Fact '" + name + "' "
					+ (output.isFull() ? "is larger than " + this.limits.fact() + " bytes" : "cannot be written"), ex);
		}
	}

	/**
	 * Memory that takes only so much.
	 */
	private static final class LimitedOutput extends ByteArrayOutputStream {

		private final int limit;

		private boolean full;

		LimitedOutput(int limit) {
			this.limit = limit;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			if (size() + length > this.limit) {
				this.full = true;
				throw new IllegalStateException("larger than " + this.limit + " bytes");
			}
			super.write(bytes, offset, length);
		}

		boolean isFull() {
			return this.full;
		}

	}

}
