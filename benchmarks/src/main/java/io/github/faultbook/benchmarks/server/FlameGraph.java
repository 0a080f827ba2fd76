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

package io.github.faultbook.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.faultbook.benchmarks.Svg;
import org.jspecify.annotations.Nullable;

/**
 * A picture of all samples: a box for each call, as wide as its share of the time, on top
 * of its caller.
 */
final class FlameGraph {

	private static final int WIDTH = 1200;

	private static final int MARGIN = 10;

	private static final int HEAD = 60;

	private static final int ROW = 21;

	private static final double LEAST_WIDTH = 4;

	private static final double LETTER = 6.6;

	/**
	 * A call that does little but call another one of the same owner is not drawn.
	 */
	private static final double PASSED_ON = 0.9;

	private final Call root = new Call("request");

	private final String title;

	private final double micros;

	private final List<Box> boxes = new ArrayList<>();

	/**
	 * Make a picture.
	 * @param title what was measured
	 * @param samples what the server did
	 * @param micros the processor time of a request
	 */
	FlameGraph(String title, List<Stack> samples, double micros) {
		this.title = title;
		this.micros = micros;
		samples.forEach((stack) -> this.root.add(FlameFrames.fold(stack), stack.weight()));
		double x = MARGIN;
		for (Call call : callsOf(this.root, null)) {
			place(call, x, 0);
			x += width(call);
		}
	}

	private void place(Call call, double x, int level) {
		this.boxes.add(new Box(call, x, level));
		double childX = x;
		for (Call child : callsOf(call, Owner.of(call.name()))) {
			place(child, childX, level + 1);
			childX += width(child);
		}
	}

	private List<Call> callsOf(Call call, @Nullable Owner owner) {
		return call.calls(LEAST_WIDTH / width(this.root) * this.root.weight())
			.stream()
			.flatMap((child) -> (Owner.of(child.name()) == owner && child.weight() >= PASSED_ON * call.weight())
					? callsOf(child, owner).stream() : Stream.of(child))
			.toList();
	}

	private double width(Call call) {
		return (double) (WIDTH - 2 * MARGIN) * call.weight() / this.root.weight();
	}

	@Override
	public String toString() {
		int levels = 1 + this.boxes.stream().mapToInt(Box::level).max().orElse(0);
		Svg svg = new Svg();
		svg.append("<text x='%d' y='24' font-size='15'>%s: %.0f µs of processor time</text>", MARGIN,
				Svg.escape(this.title), this.micros);
		int x = MARGIN;
		for (Owner owner : Owner.values()) {
			svg.append("<rect x='%d' y='36' width='14' height='14' fill='%s'/>", x, owner.color());
			svg.append("<text x='%d' y='47'>%s</text>", x + 19, owner.label());
			x += 40 + (int) (LETTER * owner.label().length());
		}
		this.boxes.forEach((box) -> draw(svg, box, HEAD + (levels - 1 - box.level()) * ROW));
		return svg.draw(WIDTH, HEAD + levels * ROW + MARGIN);
	}

	private void draw(Svg svg, Box box, int y) {
		Call call = box.call();
		String label = Frames.label(call.name());
		double width = width(call);
		double share = (double) call.weight() / this.root.weight();
		svg.append("<g><title>%s: %.1f µs, %.1f %%</title>", Svg.escape(label), share * this.micros, 100 * share);
		svg.append("<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='%s'/>", box.x(), y, width - 1, ROW - 1,
				Owner.of(call.name()).color());
		String text = fit(label, share * this.micros, (int) ((width - 6) / LETTER));
		if (!text.isEmpty()) {
			svg.append("<text x='%.1f' y='%d' font-family='monospace' font-size='11'>%s</text>", box.x() + 3, y + 14,
					Svg.escape(text));
		}
		svg.append("</g>");
	}

	/**
	 * Return as much of a label as there is room for. Whose it is says the color.
	 * @param label the label
	 * @param micros the time
	 * @param letters how many letters there is room for
	 * @return the text, empty if there is no room
	 */
	private static String fit(String label, double micros, int letters) {
		String name = label.replaceFirst("^(.*: |.*\\$(?=[A-Z]))", "");
		String type = name.replaceAll("[.,].*$", "");
		return Stream.of(String.format(Locale.ENGLISH, "%s %.1f", name, micros), name, type)
			.filter((text) -> text.length() <= letters)
			.findFirst()
			.orElseGet(() -> (letters >= 3) ? type.substring(0, letters - 1) + "…" : "");
	}

	/**
	 * A call that is drawn.
	 *
	 * @param call the call
	 * @param x where it begins
	 * @param level how many boxes are below
	 */
	private record Box(Call call, double x, int level) {

	}

}
