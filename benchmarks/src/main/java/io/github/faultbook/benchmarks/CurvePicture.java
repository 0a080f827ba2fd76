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

package io.github.faultbook.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A picture of curves in SVG, with logarithmic axes: a straight line that rises by one
 * decade in one decade is a linear cost, a flat one is none.
 */
final class CurvePicture {

	private static final List<String> COLORS = List.of("#1b6ca8", "#c1440e", "#3c7a3c", "#7a3c7a", "#8a6d00", "#008080",
			"#555");

	private static final int LEFT = 60;

	private static final int TOP = 30;

	private static final int WIDTH = 300;

	private static final int HEIGHT = 220;

	private final Svg svg = new Svg();

	private final String title;

	private int count;

	CurvePicture(String title) {
		this.title = title;
	}

	/**
	 * Add a plot beside those that are there.
	 * @param unit the unit of the vertical axis
	 * @param curves the points by label
	 */
	void plot(String unit, Map<String, List<Point>> curves) {
		List<Point> points = curves.values().stream().flatMap(Collection::stream).toList();
		Axis horizontal = Axis.of(points.stream().map(Point::x).toList(), WIDTH);
		Axis vertical = Axis.of(points.stream().map(Point::y).toList(), HEIGHT);
		this.svg.append("<g transform='translate(%d %d)'>", LEFT + this.count++ * (WIDTH + 2 * LEFT), TOP);
		this.svg.append("<rect width='%d' height='%d' fill='none' stroke='#888'/>", WIDTH, HEIGHT);
		this.svg.append("<text x='0' y='-10'>%s</text>", unit);
		this.svg.append("<text x='%d' y='%d' text-anchor='middle'>%s</text>", WIDTH / 2, HEIGHT + 40, this.title);
		for (int exponent = horizontal.from; exponent <= horizontal.to; exponent++) {
			double x = horizontal.position(Math.pow(10, exponent));
			this.svg.append("<path d='M%.1f 0V%d' stroke='#ddd'/>", x, HEIGHT);
			this.svg.append("<text x='%.1f' y='%d' text-anchor='middle'>%s</text>", x, HEIGHT + 18, power(exponent));
		}
		for (int exponent = vertical.from; exponent <= vertical.to; exponent++) {
			double y = HEIGHT - vertical.position(Math.pow(10, exponent));
			this.svg.append("<path d='M0 %.1fH%d' stroke='#ddd'/>", y, WIDTH);
			this.svg.append("<text x='-6' y='%.1f' text-anchor='end'>%s</text>", y + 4, power(exponent));
		}
		int number = 0;
		for (Map.Entry<String, List<Point>> curve : curves.entrySet()) {
			String color = COLORS.get(number % COLORS.size());
			StringBuilder path = new StringBuilder();
			curve.getValue().stream().sorted((a, b) -> Double.compare(a.x(), b.x())).forEach((point) -> {
				double x = horizontal.position(point.x());
				double y = HEIGHT - vertical.position(point.y());
				path.append(String.format(Locale.ENGLISH, path.isEmpty() ? "M%.1f %.1f" : "L%.1f %.1f", x, y));
				this.svg.append("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", x, y, color);
			});
			this.svg.append("<path d='%s' fill='none' stroke='%s' stroke-width='2'/>", path, color);
			this.svg.append("<text x='8' y='%d' fill='%s'>%s</text>", 16 + 15 * number++, color, curve.getKey());
		}
		this.svg.append("</g>");
	}

	private static String power(int exponent) {
		return (exponent >= 0) ? String.format(Locale.ENGLISH, "%,.0f", Math.pow(10, exponent))
				: String.format(Locale.ENGLISH, "%." + -exponent + "f", Math.pow(10, exponent));
	}

	@Override
	public String toString() {
		return this.svg.draw(this.count * (WIDTH + 2 * LEFT), TOP + HEIGHT + 50);
	}

	/**
	 * What was measured.
	 *
	 * @param x the size
	 * @param y the cost
	 */
	record Point(double x, double y) {

	}

	/**
	 * A logarithmic axis of whole decades.
	 *
	 * @param from the exponent where it begins
	 * @param to the exponent where it ends
	 * @param length how long it is drawn
	 */
	private record Axis(int from, int to, int length) {

		static Axis of(Collection<Double> values, int length) {
			double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
			double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
			int from = (int) Math.floor(Math.log10(least));
			return new Axis(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most))), length);
		}

		double position(double value) {
			return (Math.log10(value) - this.from) / (this.to - this.from) * this.length;
		}

	}

}
