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
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.RawValue;

/**
 * Makes facts safe to write. Plain values stay, and all other values are serialized as
 * JSON by the application's own mapper. Values that are too large, cannot be serialized,
 * have a sensitive name or are never meant for clients are left out.
 */
final class FactEncoder {

	private final ObjectWriter writer;

	private final ErrorLimits limits;

	private final SensitiveNames sensitive;

	FactEncoder(JsonMapper mapper, ErrorLimits limits, SensitiveNames sensitive) {
		this.writer = mapper.rebuild()
			.addModule(new RefusalModule())
			.addModule(new SimpleModule("faultbook-sensitive-facts")
				.setSerializerModifier(new SensitiveProperties(sensitive)))
			.build()
			.writer();
		this.limits = limits;
		this.sensitive = sensitive;
	}

	/**
	 * Encode facts.
	 * @param facts the facts
	 * @param declared whether a fact is sent although its name is sensitive
	 * @param handling the failed request, which records why a fact was left out
	 * @return strings, numbers, booleans and {@link RawValue}s
	 */
	Map<String, Object> encode(Map<String, Object> facts, Predicate<String> declared, Handling handling) {
		if (facts.isEmpty()) {
			return facts;
		}
		Map<String, Object> encoded = facts;
		for (Map.Entry<String, Object> fact : facts.entrySet()) {
			Object value = fact.getValue();
			Object safe = null;
			try {
				checkName(fact.getKey(), declared);
				safe = encode(fact.getKey(), value, handling);
			}
			catch (UnwritablePartException ex) {
				handling.failed(ex);
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

	private void checkName(String name, Predicate<String> declared) {
		if (this.sensitive.containsWord(name) && !declared.test(name)) {
			throw new UnwritablePartException("Fact '" + name + "' is not sent, as its name is sensitive. To send it, "
					+ "declare it as a parameter of the entry");
		}
	}

	private Object encode(String name, Object value, Handling handling) {
		if (value instanceof String text) {
			return this.limits.cut(text);
		}
		if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
			return value;
		}
		LimitedOutput output = new LimitedOutput(this.limits.fact());
		try (FactGenerator generator = new FactGenerator(this.writer.createGenerator(output), this.sensitive)) {
			this.writer.writeValue(generator, value);
			generator.flush();
			if (!generator.omitted().isEmpty()) {
				handling.failed(new UnwritablePartException(
						"Fact '" + name + "' is sent without " + String.join(", ", generator.omitted())));
			}
			return new RawValue(output.toString(StandardCharsets.UTF_8));
		}
		catch (Throwable ex) {
			String problem = output.isFull() ? "is larger than " + this.limits.fact() + " bytes" : problem(ex);
			throw new UnwritablePartException("Fact '" + name + "' " + problem, ex);
		}
	}

	private static String problem(Throwable failure) {
		CauseChain chain = new CauseChain(failure);
		for (Throwable cause = chain.next(); cause != null; cause = chain.next()) {
			if (cause instanceof UnwritablePartException refusal) {
				return refusal.getMessage();
			}
		}
		return "cannot be written";
	}

	/**
	 * Refuses what is never meant for clients.
	 */
	private static final class RefusalModule extends SimpleModule {

		private static final long serialVersionUID = 1L;

		RefusalModule() {
			super("faultbook-facts");
			setSerializerModifier(new RefusedTypes());
		}

		@Override
		public void setupModule(SetupContext context) {
			super.setupModule(context);
			context.insertAnnotationIntrospector(new RefusedAnnotations());
		}

	}

	/**
	 * A buffer of limited size.
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
